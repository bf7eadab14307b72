import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Letters of a signature: 128 bits. */
const SIGNED = 22;

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** Signs texts by a secret that all processes share; `purpose` keeps one kind from being taken for another. */
export const createSigner = (secret: string) => {
  const sign = (purpose: string, text: string): string =>
    createHmac('sha256', secret).update(`${purpose}\0${text}`).digest('base64url').slice(0, SIGNED);
  return {
    sign,
    /** Takes the same time for any signature. */
    isSigned: (purpose: string, text: string, signature: string): boolean =>
      timingSafeEqual(Buffer.from(hashOf(sign(purpose, text))), Buffer.from(hashOf(signature))),
  };
};

export type Signer = ReturnType<typeof createSigner>;
