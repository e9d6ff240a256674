import type { Context, Hono } from 'hono';

/** What the middleware leaves for the handlers and for the line in the log. */
export type AppEnv = {
  Variables: {
    requestId: string;
    /** Known procedures of a call, for log and metrics: `campaigns.menu`. */
    procedure?: string;
    organizationId?: number;
    userId?: number;
    keyId?: number;
  };
};

export type App = Hono<AppEnv>;
export type AppContext = Context<AppEnv>;
