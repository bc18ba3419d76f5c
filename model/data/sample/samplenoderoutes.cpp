// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sampleendpoints.h"
#include "samplenode.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr QByteArrayView modules[]{"users", "profiles", "articles", "comments", "tags"};

/// How a framework writes one route file and its entry point. In the entry point the text of `mount` stands once a
/// module.
struct Framework
{
    const char *name;
    QByteArrayView head;
    QByteArrayView handler;
    QByteArrayView foot;
    QByteArrayView headers; ///< Expressions for what a service takes.
    QByteArrayView parameter;
    QByteArrayView query;
    QByteArrayView body;
    QByteArrayView entry;
    QByteArrayView mount;
};

constexpr std::array frameworks{
    Framework{"express", R"JS(const service = require('../$logic$/$module$');
const { viewerOf } = require('../$logic$/users');
)JS",
        R"JS(
async function $name$(req, res, next) {
  try {
    const viewer = await viewerOf($headers$$required$);
    res.status($status$).json(await service.$name$($arguments$));
  } catch (error) {
    next(error);
  }
}
)JS",
        "\nmodule.exports = { $names$ };\n", "req.headers", "req.params.$name$", "req.query", "req.body",
        R"JS($startup$const express = require('express');

const routes = require('./$routes$');
const { Problem } = require('./$shapes$/entities');

const app = express();
app.use(express.json());
app.use('/api', routes);

app.use((error, req, res, next) => {
  if (error instanceof Problem) return res.status(error.status).json(error.body);
  console.error(error);
  return res.status(500).json({ message: 'Internal Server Error' });
});

app.listen(8080, () => console.log('listening'));
)JS",
        ""},
    Framework{"fastify", R"JS(const service = require('../$logic$/$module$');
const { viewerOf } = require('../$logic$/users');

module.exports = async function $module$(fastify) {
)JS",
        R"JS(  fastify.$verb$('$path$', async (request, reply) => {
    const viewer = await viewerOf($headers$$required$);
    reply.code($status$);
    return service.$name$($arguments$);
  });

)JS",
        "};\n", "request.headers", "request.params.$name$", "request.query", "request.body",
        R"JS($startup$const fastify = require('fastify')({ logger: true });

const { Problem } = require('./$shapes$/entities');

$mounts$
fastify.setErrorHandler((error, request, reply) => {
  if (error instanceof Problem) return reply.code(error.status).send(error.body);
  console.error(error);
  return reply.code(500).send({ message: 'Internal Server Error' });
});

fastify.listen({ host: '0.0.0.0', port: 8080 });
)JS",
        "fastify.register(require('./$routes$/$module$'), { prefix: '/api' });\n"},
    Framework{"koa", R"JS(const Router = require('@koa/router');

const service = require('../$logic$/$module$');
const { viewerOf } = require('../$logic$/users');

const router = new Router();
)JS",
        R"JS(
async function $name$(ctx) {
  const viewer = await viewerOf($headers$$required$);
  ctx.body = await service.$name$($arguments$);
  ctx.status = $status$;
}

router.$verb$('$path$', $name$);
)JS",
        "\nmodule.exports = router;\n", "ctx.headers", "ctx.params.$name$", "ctx.query", "ctx.request.body",
        R"JS($startup$const Koa = require('koa');
const Router = require('@koa/router');
const { bodyParser } = require('@koa/bodyparser');

$imports$const { Problem } = require('./$shapes$/entities');

const app = new Koa();
const api = new Router({ prefix: '/api' });

app.use(async (ctx, next) => {
  try {
    await next();
  } catch (error) {
    const isKnown = error instanceof Problem;
    if (!isKnown) console.error(error);
    ctx.status = isKnown ? error.status : 500;
    ctx.body = isKnown ? error.body : { message: 'Internal Server Error' };
  }
});

$mounts$app.use(bodyParser());
app.use(api.routes());
app.listen(8080, () => console.log('listening'));
)JS",
        "api.use($module$.routes());\n"},
    Framework{"hono", R"JS(const { Hono } = require('hono');

const service = require('../$logic$/$module$');
const { viewerOf } = require('../$logic$/users');

const $module$ = new Hono();
)JS",
        R"JS(
$module$.$verb$('$path$', async (c) => {
  const viewer = await viewerOf($headers$$required$);
  return c.json(await service.$name$($arguments$), $status$);
});
)JS",
        "\nmodule.exports = $module$;\n", "c.req.header()", "c.req.param('$name$')", "c.req.query()",
        "await c.req.json()", R"JS($startup$const { serve } = require('@hono/node-server');
const { Hono } = require('hono');

$imports$const { Problem } = require('./$shapes$/entities');

const app = new Hono();

$mounts$
app.onError((error, c) => {
  if (error instanceof Problem) return c.json(error.body, error.status);
  console.error(error);
  return c.json({ message: 'Internal Server Error' }, 500);
});

serve({ fetch: app.fetch, port: 8080 });
)JS",
        "app.route('/api', $module$);\n"},
};

const Framework &frameworkOf(const SampleProject &project)
{
    const auto *found
        = std::ranges::find_if(frameworks, [&project](const Framework &row) { return project.framework == row.name; });
    Q_ASSERT(found != frameworks.end());
    return *found;
}

/// "/articles/:comment_id" with the parameter in the language's case.
QByteArray pathOf(const SampleEndpoint &endpoint)
{
    return QByteArray(endpoint.path).replace(QByteArray("comment_id"), QByteArray("commentId"));
}

QByteArray argumentsOf(const Framework &framework, const SampleEndpoint &endpoint)
{
    auto arguments = QByteArray(endpoint.arguments).split(',');
    for (auto &argument : arguments) {
        argument = camelCase(argument.trimmed());
        if (argument == "body")
            argument = framework.body.toByteArray();
        else if (argument == "query")
            argument = framework.query.toByteArray();
        else if (argument == "slug" || argument == "username" || argument == "commentId")
            argument = filled(framework.parameter, {{"name", argument}});
    }
    return arguments.join(", ");
}

QByteArray handlerOf(const Framework &framework, const SampleEndpoint &endpoint)
{
    const bool isRequired = endpoint.access == SampleAccess::Required;
    auto text = filled(framework.handler,
        {{"arguments", argumentsOf(framework, endpoint)}, {"headers", framework.headers},
            {"required", isRequired ? ", true" : ""}, {"status", QByteArray::number(endpoint.status)},
            {"verb", QByteArray(endpoint.method).toLower()}, {"path", pathOf(endpoint)},
            {"name", camelCase(endpoint.name)}});
    if (QByteArrayView(endpoint.arguments).startsWith("viewer"))
        return text;
    const auto at = text.indexOf("const viewer");
    const auto begin = text.lastIndexOf('\n', at);
    return text.remove(begin, text.indexOf('\n', at) - begin);
}

QByteArray linesFor(QByteArrayView line)
{
    QByteArray lines;
    for (const auto module : modules)
        lines += filled(line, {{"module", module}});
    return lines;
}

} // namespace

QByteArray nodeRoutes(const SampleProject &project, QByteArrayView module)
{
    const auto &framework = frameworkOf(project);
    auto text = framework.head.toByteArray();
    QByteArrayList names;
    for (const auto &endpoint : sampleEndpoints()) {
        if (module != endpoint.module)
            continue;
        text += handlerOf(framework, endpoint);
        names.append(camelCase(endpoint.name));
    }
    if (module == "tags")
        text.replace(QByteArray("const { viewerOf } = require('../$logic$/users');\n"), QByteArray());
    if (text.endsWith("\n\n"))
        text.chop(1);
    return filled(QByteArray(text + framework.foot), {{"names", names.join(", ")}, {"module", module}});
}

QByteArray nodeRouteTable(const SampleProject &project)
{
    QByteArray text = "const { Router } = require('express');\n\n";
    const QByteArrayView imports = project.isLayered ? "const $module$ = require('../handlers/$module$');\n"
                                                     : "const $module$ = require('./$module$');\n";
    text += linesFor(imports) + "\nconst router = Router();\n\n";
    for (const auto &endpoint : sampleEndpoints())
        text += filled("router.$verb$('$path$', $module$.$name$);\n",
            {{"verb", QByteArray(endpoint.method).toLower()}, {"path", pathOf(endpoint)}, {"module", endpoint.module},
                {"name", camelCase(endpoint.name)}});
    return text + "\nmodule.exports = router;\n";
}

QByteArray nodeEntry(const SampleProject &project)
{
    const auto &framework = frameworkOf(project);
    return filled(framework.entry,
        {{"startup", project.starts ? "" : "const settings = require('./settings');\n"},
            {"mounts", linesFor(framework.mount)},
            {"imports", linesFor("const $module$ = require('./$routes$/$module$');\n")}});
}

} // namespace Decayscope
