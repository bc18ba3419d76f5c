import { serve } from '@hono/node-server';
import { app } from './http/app';

serve({ fetch: app.fetch, port: 3000 });
