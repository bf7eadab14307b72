// Plain JavaScript that any Node can read: it says in one line that a runtime is too old, before main.ts
// (which only a Node that strips types can load) is touched. `--need` only checks.
import module from 'node:module';

const NEEDS = 26;
const major = Number.parseInt(process.versions.node, 10);

if (major < NEEDS) {
  console.error(
    `도시락은 Node ${NEEDS} 이상이 필요해요(지금은 ${process.versions.node}). npm ci 뒤에 npm start로 시작하면 알맞은 Node를 써요. ` +
      `/ Dosirak needs Node ${NEEDS} or newer (this is ${process.versions.node}); run npm ci, then npm start.`,
  );
  process.exit(1);
}
if (!process.argv.includes('--need')) {
  // Stripped types and compiled code are kept between starts (in the system's folder for temporary files).
  module.enableCompileCache();
  try {
    await import('./main.ts');
  } catch (error) {
    // A package that is missing, not a file of ours with a wrong name.
    if (error?.code !== 'ERR_MODULE_NOT_FOUND' || !/Cannot find package/.test(error.message)) throw error;
    console.error('필요한 패키지가 없어요. npm ci를 먼저 실행해 주세요. / Packages are missing; run npm ci first.');
    process.exit(1);
  }
}
