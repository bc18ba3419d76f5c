// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "whylinks.h"

#include <algorithm>

namespace Decayscope {

namespace {

bool isInPatch(const CodeHistory &history)
{
    return std::ranges::any_of(
        history.paths(), [&history](const QString &path) { return history.finalFile(path) != nullptr; });
}

/// The last version of a file, if its text is known.
const FileVersion *knownLastVersion(const CodeHistory &history, const QString &path)
{
    const auto &versions = history.versions(path);
    if (versions.empty() || !versions.back().exists || versions.back().knowledge == FileKnowledge::Unknown)
        return nullptr;
    return &versions.back();
}

/// Of a line of a file in its final state.
int writerOf(const CodeHistory &history, const QString &path, int line)
{
    if (line <= 0)
        return unknownWriter;
    if (const auto *file = history.finalFile(path)) {
        const auto place = file->isWhole ? static_cast<std::ptrdiff_t>(line) - 1
                                         : std::ranges::lower_bound(file->numbers, line) - file->numbers.begin();
        const bool isShown = place < std::ssize(file->writers)
            && (file->isWhole || file->numbers[static_cast<std::size_t>(place)] == line);
        if (isShown)
            return file->writers[static_cast<std::size_t>(place)];
        if (file->isWhole)
            return unknownWriter;
    }
    const auto *version = knownLastVersion(history, path);
    return version && line <= std::ssize(version->writers) ? version->writers[static_cast<std::size_t>(line - 1)]
                                                           : unknownWriter;
}

QString placeOf(const QString &file, int line)
{
    return QStringLiteral("%1, line %2").arg(file).arg(line);
}

QString prefixClause(const HandlerLink &link)
{
    const auto &route = link.route;
    if (!route.hasKnownPrefix)
        return link.how == HandlerLink::How::BySuffix
            ? QStringLiteral("; where it is mounted could not be followed, but no other route ends like the request")
            : QStringLiteral(
                  "; where it is mounted could not be followed, but it alone fits, in the file that is named "
                  "for the request");
    if (route.prefix.isEmpty())
        return {};
    const auto from = route.prefixFile.isEmpty() || route.prefixFile == route.file
        ? QString()
        : QStringLiteral(" from %1").arg(route.prefixFile);
    return QStringLiteral(", under the prefix %1%2").arg(route.prefix, from);
}

QString handlerSentence(const Route &route)
{
    const auto name = route.handlerName.isEmpty() ? QString() : QString(u' ' + route.handlerName);
    if (route.handlerFile.isEmpty())
        return QStringLiteral("; where its handler%1 is defined could not be found.").arg(name);
    if (route.handlerFile == route.file && route.handlerLine == route.line)
        return QStringLiteral("; its handler%1 stands there.").arg(name);
    return QStringLiteral("; its handler%1 begins at %2.").arg(name, placeOf(route.handlerFile, route.handlerLine));
}

QString writerSentence(int writer)
{
    if (writer == baseWriter)
        return QStringLiteral(" That line was there before the agent began.");
    if (writer < 0)
        return QStringLiteral(" Which turn wrote that line is not known.");
    return QStringLiteral(" Turn %1 last wrote that line.").arg(writer + 1);
}

/// Where no definition was found the declaration is the place to look at; the explanation says which it is.
void settlePlace(Route &route)
{
    if (!route.handlerFile.isEmpty())
        return;
    route.handlerFile = route.file;
    route.handlerLine = route.line;
}

QString whyNot(const RequestResult &request, const RouteMap &routes)
{
    if (routes.routes().empty())
        return QStringLiteral("No routes were found in the code that is known of this run.");
    return QStringLiteral("No single route of the %1 found in the code fits %2 %3.")
        .arg(routes.routes().size())
        .arg(request.method, request.url);
}

WhyLink linkOf(const RequestResult &request, const RouteMap &routes, const CodeHistory &history)
{
    WhyLink link{.handler = routes.handlerOf(request.method, request.url), .explanation = {}};
    if (!link.handler) {
        link.explanation = whyNot(request, routes);
        return link;
    }
    auto &route = link.handler->route;
    const auto method = route.method == u"*" ? QStringLiteral("Any method of") : route.method;
    link.explanation
        = QStringLiteral("%1 %2 is declared in %3").arg(method, route.path, placeOf(route.file, route.line))
        + prefixClause(*link.handler) + handlerSentence(route);
    settlePlace(route);
    link.writer = writerOf(history, route.handlerFile, route.handlerLine);
    link.explanation += writerSentence(link.writer);
    return link;
}

} // namespace

std::map<QString, QString> finalTexts(const CodeHistory &history)
{
    std::map<QString, QString> texts;
    const bool hasPatch = isInPatch(history);
    for (const auto &path : history.paths()) {
        const auto *file = history.finalFile(path);
        if (file && file->isWhole && file->exists)
            texts.emplace(path, file->text);
        // The patch has the last word on what there is; without one the trajectory has.
        const bool mayReplay = file ? file->exists && !file->isWhole : !hasPatch;
        const auto *version = mayReplay ? knownLastVersion(history, path) : nullptr;
        if (version)
            texts.emplace(path, version->text);
    }
    return texts;
}

std::vector<WhyLink> whyLinks(
    const std::vector<RequestResult> &requests, const RouteMap &routes, const CodeHistory &history)
{
    std::vector<WhyLink> links;
    links.reserve(requests.size());
    for (const auto &request : requests)
        links.push_back(linkOf(request, routes, history));
    return links;
}

} // namespace Decayscope
