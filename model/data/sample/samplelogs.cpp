// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samplelogs.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

/// How a server logs a request; `$n$` counts seconds.
struct RequestLog
{
    const char *framework;
    QByteArrayView start;
    QByteArrayView line;
};

constexpr std::array requestLogs{
    RequestLog{"flask", " * Serving Flask app 'main'\n * Running on http://0.0.0.0:8080\n",
        "172.18.0.3 - - [15/Jan/2026 09:30:$n$] \"$method$ /api$path$ HTTP/1.1\" $code$ -\n"},
    RequestLog{"fastapi", "INFO:     Started server process [7]\nINFO:     Uvicorn running on http://0.0.0.0:8080\n",
        "INFO:     172.18.0.3:51824 - \"$method$ /api$path$ HTTP/1.1\" $code$ $reason$\n"},
    RequestLog{"aiohttp", "======== Running on http://0.0.0.0:8080 ========\n",
        "INFO:aiohttp.access:172.18.0.3 \"$method$ /api$path$ HTTP/1.1\" $code$ $bytes$\n"},
    RequestLog{"django", "Starting development server at http://0.0.0.0:8080/\n",
        "[15/Jan/2026 09:30:$n$] \"$method$ /api$path$ HTTP/1.1\" $code$ $bytes$\n"},
    RequestLog{"fastify", "{\"level\":30,\"msg\":\"Server listening at http://0.0.0.0:8080\"}\n",
        "{\"level\":30,\"req\":{\"method\":\"$method$\",\"url\":\"/api$path$\"},\"res\":{\"statusCode\":$code$}}\n"},
};
constexpr RequestLog otherLog{"", "listening\n", "$method$ /api$path$ $code$ $ms$ ms\n"};

const RequestLog &logOf(const SampleProject &project)
{
    const auto *found = std::ranges::find_if(
        requestLogs, [&project](const RequestLog &row) { return project.framework == row.framework; });
    return found == requestLogs.end() ? otherLog : *found;
}

QByteArray inRepository(const QString &path)
{
    return "/repository/" + path.toUtf8();
}

QByteArray pythonFrame(const SamplePlace &place, QByteArrayView function)
{
    return "  File \"" + inRepository(place.path) + "\", line " + QByteArray::number(place.line) + ", in " + function
        + "\n    " + place.code + '\n';
}

QByteArray nodeFrame(const SamplePlace &place, QByteArrayView function)
{
    return "    at " + function + " (" + inRepository(place.path) + ':' + QByteArray::number(place.line) + ':'
        + QByteArray::number(place.column) + ")\n";
}

/// Where the framework's handler calls the service.
std::optional<SamplePlace> callOf(
    const SampleProject &project, const std::vector<SampleSource> &sources, const SampleEndpoint &endpoint)
{
    const bool isExpress = project.framework == "express";
    const auto name = project.isPython ? QByteArray(endpoint.name) : camelCase(endpoint.name);
    return placeOf(
        sources, QByteArray("service." + name + '('), layerFolder(project, isExpress ? "handlers" : "routes"));
}

QByteArray traceOf(const SampleProject &project, const std::vector<SampleSource> &sources, const SampleBug &bug)
{
    const auto &endpoint = sampleEndpoint(bug.endpoint);
    const auto place
        = placeOf(sources, project.isPython ? bug.pythonBad : bug.nodeBad, layerFolder(project, "services"));
    if (!place)
        return {};
    return sampleTrace(
        project, sources, endpoint, *place, bug.endpoint, project.isPython ? bug.pythonError : bug.nodeError);
}

/// A program prints one trace as often as it fails; three are enough here.
constexpr int mostTraces = 3;

struct Package
{
    const char *name;
    const char *version;
};

constexpr std::array pythonPackages{Package{"MarkupSafe", "3.0.2"}, Package{"Jinja2", "3.1.5"},
    Package{"click", "8.1.8"}, Package{"itsdangerous", "2.2.0"}, Package{"typing_extensions", "4.12.2"},
    Package{"anyio", "4.8.0"}, Package{"idna", "3.10"}, Package{"multidict", "6.1.0"}, Package{"yarl", "1.18.3"},
    Package{"attrs", "25.1.0"}, Package{"sqlparse", "0.5.3"}, Package{"asgiref", "3.8.1"}};

constexpr std::array nodePackages{"accepts", "body-parser", "bytes", "content-type", "cookie", "debug", "depd",
    "destroy", "etag", "fresh", "http-errors", "iconv-lite", "inherits", "mime-types", "ms", "negotiator",
    "on-finished", "parseurl", "qs", "safe-buffer", "send", "statuses", "toidentifier", "type-is", "unpipe", "vary"};

QByteArray pipLog(const SampleProject &project)
{
    QByteArray log;
    QByteArray names = project.framework;
    for (const auto &[name, version] : pythonPackages) {
        log += "Collecting " + QByteArray(name) + "\n  Downloading " + name + '-' + version
            + "-py3-none-any.whl\n     \x1b[90m" + QByteArray("━━━━━━━━━━━━━━━━━━━━")
            + "\x1b[0m \x1b[32m512.0/512.0 kB\x1b[0m\n";
        names += QByteArray(" ") + name + '-' + version;
    }
    return log + "Installing collected packages\n\x1b[32mSuccessfully installed " + names + "\x1b[0m\n";
}

QByteArray npmLog(const SampleProject &project)
{
    QByteArray log = "\x1b[1mnpm\x1b[22m \x1b[33mwarn\x1b[39m deprecated inflight@1.0.6: it leaks memory\n";
    for (const auto *name : nodePackages)
        log += QByteArray("\x1b[1mnpm\x1b[22m \x1b[36mhttp fetch\x1b[39m GET \x1b[32m200\x1b[39m ") + name + '\n';
    return log + "\nadded " + QByteArray::number(std::ssize(nodePackages) * 3) + " packages for " + project.framework
        + "\n\x1b[32mfound 0 vulnerabilities\x1b[39m\n";
}

} // namespace

QByteArray sampleTrace(const SampleProject &project, const std::vector<SampleSource> &sources,
    const SampleEndpoint &endpoint, const SamplePlace &place, QByteArrayView function, QByteArrayView error)
{
    const auto call = callOf(project, sources, endpoint);
    if (project.isPython) {
        const QByteArray frames
            = (call ? pythonFrame(*call, endpoint.name) : QByteArray()) + pythonFrame(place, function);
        return "Traceback (most recent call last):\n" + frames + error + '\n';
    }
    const auto outer = call ? nodeFrame(*call, camelCase(endpoint.name)) : QByteArray();
    return error.toByteArray() + '\n' + nodeFrame(place, camelCase(function)) + outer
        + "    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)\n";
}

QByteArray sampleStartFailure(const SampleProject &project, const std::vector<SampleSource> &sources)
{
    const auto place = placeOf(sources, project.isPython ? "from settings import" : "require('./settings')");
    if (!place)
        return {};
    if (project.isPython)
        return "Traceback (most recent call last):\n" + pythonFrame(*place, "<module>")
            + "ModuleNotFoundError: No module named 'settings'\n";
    return "Error: Cannot find module './settings'\nRequire stack:\n- " + inRepository(place->path)
        + "\n    at Module._resolveFilename (node:internal/modules/cjs/loader:1225:15)\n"
        + nodeFrame(*place, "Object.<anonymous>") + "  code: 'MODULE_NOT_FOUND'\n";
}

QByteArray sampleServerLog(const SampleProject &project, const std::vector<SampleSource> &sources,
    const std::vector<const SampleBug *> &bugs, const std::vector<SampleAnswer> &answers)
{
    if (!project.starts) {
        const auto failure = sampleStartFailure(project, sources);
        return failure.isEmpty() ? QByteArray("Error: listen EADDRINUSE: address already in use 0.0.0.0:8080\n")
                                 : failure;
    }
    const auto &[framework, start, line] = logOf(project);
    auto log = start.toByteArray();
    int second = 10;
    int traces = 0;
    for (const auto &answer : answers) {
        const auto bug = std::ranges::find_if(
            bugs, [&answer](const SampleBug *b) { return QByteArrayView(b->endpoint) == answer.request.endpoint; });
        if (answer.code == 500 && bug != bugs.end() && traces++ < mostTraces)
            log += traceOf(project, sources, **bug);
        log += filled(line,
            {{"n", QByteArray::number(second++)}, {"method", answer.request.method}, {"path", answer.request.path},
                {"code", QByteArray::number(answer.code)}, {"reason", reasonPhrase(answer.code)},
                {"bytes", QByteArray::number(answer.bytes)}, {"ms", QByteArray::number(answer.milliseconds)}});
    }
    return log;
}

QByteArray sampleSetupLog(const SampleProject &project)
{
    return project.isPython ? pipLog(project) : npmLog(project);
}

} // namespace Decayscope
