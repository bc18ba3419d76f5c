import type { MiddlewareHandler } from 'hono';
export const requireAuth: MiddlewareHandler = async (c, next) => { await next(); };
