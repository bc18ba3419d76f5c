globalThis.conduitKinds = new Set(['article', 'comment']);
