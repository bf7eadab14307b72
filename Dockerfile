# 도시락의 컨테이너 이미지를 만드는 도커파일이에요(/k8s 도커파일).
# 앞 단계에서 패키지를 받고 뒤 단계에는 그 결과만 옮겨서, 이미지를 작게 해요.
FROM node:26-slim AS packages
WORKDIR /app
# 이 세 파일이 그대로면 다음 빌드는 받아 둔 패키지를 다시 써요.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM node:26-slim
# 환경 변수(/k8s 환경 변수)예요. HOST가 0.0.0.0이라야 컨테이너 밖에서 온 요청도 받아요.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
# C 라이브러리가 스레드마다 메모리를 따로 쥐고 있지 않게 해서, 10MB쯤 덜 써요.
ENV MALLOC_ARENA_MAX=2
WORKDIR /app
# 코드는 root의 것이라 봇이 고칠 수 없어요. 봇이 파일을 쓰는 곳은 data와 임시 폴더, 캐시 폴더뿐이에요(캐시는 못 써도 괜찮아요).
RUN install --directory --owner=node --group=node data
VOLUME /app/data
COPY --from=packages /app/node_modules node_modules
COPY package.json LICENSE ./
COPY commands commands
COPY content content
COPY src src
# 공식 이미지의 node 사용자예요. 쿠버네티스는 번호라야 root가 아닌지 확인할 수 있어요(runAsNonRoot).
USER 1000:1000
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s --start-period=2m \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# 셸도 npm도 거치지 않아서, 멈추라는 신호(SIGTERM)를 봇이 바로 받아요.
CMD ["node", "--disable-warning=ExperimentalWarning", "--expose-gc", "--max-semi-space-size=4", "--v8-pool-size=1", "src/launch.mjs"]
