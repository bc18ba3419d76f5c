// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sampleendpoints.h"
#include "samplepython.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr QByteArrayView modules[]{"users", "profiles", "articles", "comments", "tags"};

/// How a framework writes one route file and its entry point. In both `$module$` is the file's own; in `entry`, the
/// text of `mount` stands once a module.
struct Framework
{
    const char *name;
    QByteArrayView head;
    QByteArrayView handler;
    QByteArrayView parameter; ///< Of a path; `$name$` is its name.
    QByteArrayView body; ///< Expressions for what a service takes.
    QByteArrayView query;
    QByteArrayView signature; ///< One more parameter of a handler, before those of the path.
    QByteArrayView pathType; ///< Annotation of a path's parameter.
    QByteArrayView entry;
    QByteArrayView mount;
};

constexpr std::array frameworks{
    Framework{"flask", R"PY(from flask import Blueprint, jsonify, request

from $logic$ import $module$ as service
from $logic$.users import viewer_of

bp = Blueprint("$module$", __name__)
)PY",
        R"PY(

@bp.$verb$("$path$")
def $name$($params$):
    viewer = viewer_of(request.headers$required$)
    return jsonify(service.$name$($arguments$)), $status$
)PY",
        "<$name$>", "request.get_json()", "request.args", "", "", R"PY($startup$from flask import Flask

from $routes$ import articles, comments, profiles, tags, users
from $shapes$.entities import Problem

app = Flask(__name__)
$mounts$

@app.errorhandler(Problem)
def report(problem):
    return problem.body, problem.status


if __name__ == "__main__":
    app.run(host="0.0.0.0", port=8080)
)PY",
        "app.register_blueprint($module$.bp, url_prefix=\"/api\")\n"},
    Framework{"fastapi", R"PY(from fastapi import APIRouter, Request

from $logic$ import $module$ as service
from $logic$.users import viewer_of

router = APIRouter()
)PY",
        R"PY(

@router.$verb$("$path$", status_code=$status$)
async def $name$($params$):
    viewer = viewer_of(request.headers$required$)
    return service.$name$($arguments$)
)PY",
        "{$name$}", "await request.json()", "request.query_params", "request: Request", ": str",
        R"PY($startup$import uvicorn
from fastapi import FastAPI
from fastapi.responses import JSONResponse

from $routes$ import articles, comments, profiles, tags, users
from $shapes$.entities import Problem

app = FastAPI(title="Conduit")
$mounts$

@app.exception_handler(Problem)
async def report(request, problem):
    return JSONResponse(problem.body, status_code=problem.status)


if __name__ == "__main__":
    uvicorn.run(app, host="0.0.0.0", port=8080)
)PY",
        "app.include_router($module$.router, prefix=\"/api\")\n"},
    Framework{"aiohttp", R"PY(from aiohttp import web

from $logic$ import $module$ as service
from $logic$.users import viewer_of

routes = web.RouteTableDef()
)PY",
        R"PY(

@routes.$verb$("/api$path$")
async def $name$(request):
    viewer = viewer_of(request.headers$required$)
    return web.json_response(service.$name$($arguments$), status=$status$)
)PY",
        "{$name$}", "await request.json()", "request.query", "request", "", R"PY($startup$from aiohttp import web

from $routes$ import articles, comments, profiles, tags, users
from $shapes$.entities import Problem


@web.middleware
async def report(request, handler):
    try:
        return await handler(request)
    except Problem as problem:
        return web.json_response(problem.body, status=problem.status)


app = web.Application(middlewares=[report])
$mounts$
if __name__ == "__main__":
    web.run_app(app, host="0.0.0.0", port=8080)
)PY",
        "app.add_routes($module$.routes)\n"},
    Framework{"django", R"PY(import json

from django.http import JsonResponse
from django.views import View

from $logic$ import $module$ as service
from $logic$.users import viewer_of
)PY",
        R"PY(
    def $verb$($params$):
        viewer = viewer_of(request.headers$required$)
        return JsonResponse(service.$name$($arguments$), status=$status$)
)PY",
        "<str:$name$>", "json.loads(request.body)", "request.GET", "self, request", "",
        R"PY($startup$import sys

from django.conf import settings
from django.core.management import execute_from_command_line
from django.http import JsonResponse
from django.urls import include, path

from $shapes$.entities import Problem


class Report:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, problem):
        if isinstance(problem, Problem):
            return JsonResponse(problem.body, status=problem.status)


settings.configure(
    DEBUG=True,
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=["*"],
    APPEND_SLASH=False,
    MIDDLEWARE=[f"{__name__}.Report"],
)
urlpatterns = [path("api/", include("$routes$.urls"))]

if __name__ == "__main__":
    execute_from_command_line([sys.argv[0], "runserver", "--noreload", "0.0.0.0:8080"])
)PY",
        ""},
};

const Framework &frameworkOf(const SampleProject &project)
{
    const auto *found
        = std::ranges::find_if(frameworks, [&project](const Framework &row) { return project.framework == row.name; });
    Q_ASSERT(found != frameworks.end());
    return *found;
}

/// "/articles/:slug" in the words of a framework.
QByteArray pathOf(const Framework &framework, QByteArrayView path)
{
    QByteArrayList parts;
    for (const auto &part : path.toByteArray().split('/'))
        parts.append(part.startsWith(':') ? filled(framework.parameter, {{"name", part.sliced(1)}}) : part);
    return parts.join('/');
}

bool isPathParameter(const QByteArray &argument)
{
    return argument == "slug" || argument == "username" || argument == "comment_id";
}

QByteArray parametersOf(const Framework &framework, const QByteArrayList &arguments)
{
    QByteArrayList parameters;
    if (!framework.signature.isEmpty())
        parameters.append(framework.signature.toByteArray());
    for (const auto &argument : arguments) {
        if (isPathParameter(argument))
            parameters.append(argument + framework.pathType);
    }
    return parameters.join(", ");
}

QByteArray argumentsOf(const Framework &framework, QByteArrayList arguments)
{
    const bool isFromRequest = framework.name == QByteArrayView("aiohttp");
    for (auto &argument : arguments) {
        if (argument == "body")
            argument = framework.body.toByteArray();
        else if (argument == "query")
            argument = framework.query.toByteArray();
        else if (isFromRequest && isPathParameter(argument))
            argument = "request.match_info[\"" + argument + "\"]";
    }
    return arguments.join(", ");
}

QByteArray handlerOf(const Framework &framework, const SampleEndpoint &endpoint)
{
    const auto arguments = endpoint.arguments[0] ? QByteArray(endpoint.arguments).split(',') : QByteArrayList();
    QByteArrayList names;
    for (const auto &argument : arguments)
        names.append(argument.trimmed());
    const bool isRequired = endpoint.access == SampleAccess::Required;
    auto text = filled(framework.handler,
        {{"params", parametersOf(framework, names)}, {"arguments", argumentsOf(framework, names)},
            {"required", isRequired ? ", required=True" : ""}, {"status", QByteArray::number(endpoint.status)},
            {"verb", QByteArray(endpoint.method).toLower()}, {"path", pathOf(framework, endpoint.path)},
            {"name", endpoint.name}});
    if (names.contains("viewer"))
        return text;
    const auto at = text.indexOf("viewer = ");
    const auto begin = text.lastIndexOf('\n', at);
    return text.remove(begin, text.indexOf('\n', at) - begin);
}

bool isFirstOfPath(const SampleEndpoint &endpoint)
{
    const auto all = sampleEndpoints();
    const auto first = std::ranges::find_if(
        all, [&endpoint](const SampleEndpoint &row) { return QByteArrayView(row.path) == endpoint.path; });
    return &*first == &endpoint;
}

/// Django asks one view for all methods of a path.
QByteArray viewClass(const SampleEndpoint &endpoint)
{
    return upperCamelCase(endpoint.name) + "View";
}

} // namespace

QByteArray pythonRoutes(const SampleProject &project, QByteArrayView module)
{
    const auto &framework = frameworkOf(project);
    const bool isDjango = project.framework == "django";
    auto text = filled(framework.head, {{"module", module}});
    for (const auto &endpoint : sampleEndpoints()) {
        if (module != endpoint.module)
            continue;
        if (isDjango && isFirstOfPath(endpoint))
            text += "\n\nclass " + viewClass(endpoint) + "(View):";
        text += handlerOf(framework, endpoint);
    }
    if (module == "tags")
        text.replace(QByteArray("from $logic$.users import viewer_of\n"), QByteArray());
    if (isDjango && !text.contains("json."))
        text.remove(0, QByteArrayView("import json\n\n").size());
    return text.replace(QByteArray("(View):\n\n"), QByteArray("(View):\n"));
}

QByteArray pythonRouteTable()
{
    const auto &django = frameworks.back();
    QByteArray lines;
    for (const auto &endpoint : sampleEndpoints()) {
        if (isFirstOfPath(endpoint))
            lines += "    path(\"" + pathOf(django, endpoint.path).sliced(1) + "\", " + endpoint.module + '.'
                + viewClass(endpoint) + ".as_view()),\n";
    }
    return "from django.urls import path\n\nfrom $routes$ import articles, comments, profiles, tags, users\n\n"
           "urlpatterns = [\n"
        + lines + "]\n";
}

QByteArray pythonEntry(const SampleProject &project)
{
    const auto &framework = frameworkOf(project);
    QByteArray mounts;
    for (const auto module : modules)
        mounts += filled(framework.mount, {{"module", module}});
    return filled(
        framework.entry, {{"startup", project.starts ? "" : "from settings import SECRET_KEY\n"}, {"mounts", mounts}});
}

} // namespace Decayscope
