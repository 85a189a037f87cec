import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';

/**
 * The page's own policy: its scripts are files of the hub, but it sets HTML as text, which the policy of
 * our own pages forbids, and reads an icon from a data address.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** Without the bar of the tool, and in a face that has Chinese. */
const LOOK = `.swagger-ui .topbar { display: none; }
.swagger-ui, .swagger-ui .info .title, .swagger-ui .opblock-tag, .swagger-ui .opblock .opblock-summary-description,
.swagger-ui table thead tr th, .swagger-ui .parameter__name {
  font-family: system-ui, 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif;
}`;

const introduction = `叫号、取号、评价等设备和业务系统与明厅互通的接口。用法和 curl 示例见 docs/api.md。
每次请求带上 \`Authorization: Bearer 密钥\`；密钥由管理员在控制台“接口”页新建。
每个密钥每分钟最多 600 次请求，超过时答 429，\`Retry-After\` 写明要等几秒。

The API for number machines, calling pads, rating devices and business systems; docs/api.md has curl lines.
Every request carries \`Authorization: Bearer KEY\`; an admin makes keys on the Interfaces page of the panel.
At most 600 requests a minute for each key; beyond it 429 with \`Retry-After\` in seconds.`;

/** Gathers the schemas of the routes that are registered after it. */
export async function describeRoutes(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: '明厅接口 · Mingting API', description: introduction, version },
      servers: [{ url: '/' }],
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
      tags: [
        { name: 'tickets', description: '取号 · tickets' },
        { name: 'windows', description: '叫号：替值守窗口的人员操作 · calling for the clerk at the window' },
        { name: 'queue', description: '排队情况 · the queue' },
        { name: 'ratings', description: '好差评 · ratings' },
        { name: 'alerts', description: '预警（CAP 1.2）· alerts' },
        { name: 'events', description: '事件 · events' },
      ],
    },
  });
}

/** `/api/v1/openapi.json`, and `/api/docs` to read it: both from the hub itself, no internet needed. */
export async function serveDocs(app: FastifyInstance): Promise<void> {
  app.get('/api/v1/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply.header('cache-control', 'no-cache').send(app.swagger()),
  );
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    uiConfig: { docExpansion: 'list', deepLinking: true, defaultModelsExpandDepth: 0, validatorUrl: null },
    theme: {
      title: '明厅接口 · Mingting API',
      css: [{ filename: 'hall.css', content: LOOK }],
    },
    staticCSP: POLICY,
  });
}
