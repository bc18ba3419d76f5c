// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "routematch.h"

#include "pathpattern.h"

#include <algorithm>

namespace Decayscope {

namespace {

/// A route that fits a request.
struct Candidate
{
    const Route *route = nullptr;
    RouteOrder order;
    QStringList pattern;
};

bool methodFits(const Route &route, const QString &method)
{
    return route.method == u"*" || route.method == method || (method == u"HEAD" && route.method == u"GET");
}

/// Whether a pattern fits the segments from `from` on, to their end. A lone star takes all that is left.
bool patternFits(const QStringList &pattern, const QStringList &segments, qsizetype from)
{
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern.at(i) == u"*" && i + 1 == pattern.size())
            return true;
        if (from + i >= segments.size() || !segmentFits(pattern.at(i), segments.at(from + i)))
            return false;
    }
    return from + pattern.size() == segments.size();
}

bool hasFixedSegment(const QStringList &pattern)
{
    return std::ranges::any_of(pattern, [](const QString &segment) { return isFixedSegment(segment); });
}

/// Whether the first is tried before the second because its path is written out where the other has a parameter.
bool isMoreFixed(const QStringList &first, const QStringList &second)
{
    for (qsizetype i = 0; i < std::min(first.size(), second.size()); ++i) {
        if (isFixedSegment(first.at(i)) != isFixedSegment(second.at(i)))
            return isFixedSegment(first.at(i));
    }
    return false;
}

bool isTriedBefore(const Candidate &first, const Candidate &second)
{
    return first.order.prefersFixed && isMoreFixed(first.pattern, second.pattern);
}

bool answersAlike(const Route &first, const Route &second)
{
    return first.handlerFile == second.handlerFile && first.handlerLine == second.handlerLine
        && (!first.handlerFile.isEmpty() || (first.file == second.file && first.line == second.line));
}

/// The candidate that is tried first, of one origin; nothing where the origins differ and answer differently.
const Route *firstTried(const std::vector<Candidate> &candidates)
{
    if (candidates.empty())
        return nullptr;
    const auto *best = &candidates.front();
    for (const auto &candidate : candidates) {
        if (candidate.order.origin == best->order.origin && isTriedBefore(candidate, *best))
            best = &candidate;
    }
    const bool isDisputed = std::ranges::any_of(candidates, [best](const Candidate &candidate) {
        return candidate.order.origin != best->order.origin && !answersAlike(*candidate.route, *best->route);
    });
    return isDisputed ? nullptr : best->route;
}

/// A file's name that speaks of a segment: "articles" and "article.routes.js".
bool speaksOf(const QString &file, const QString &segment)
{
    const auto name = file.sliced(file.lastIndexOf(u'/') + 1).toLower();
    auto word = segment.toLower();
    if (word.endsWith(u's'))
        word.chop(1);
    return word.size() > 2 && name.contains(word);
}

class RouteMatcher
{
public:
    RouteMatcher(const std::vector<Route> &routes, const std::vector<RouteOrder> &orders, const QString &method,
        const QString &url)
        : m_segments(segmentsOfUrl(url))
    {
        for (std::size_t i = 0; i < routes.size(); ++i) {
            if (methodFits(routes[i], method.toUpper()))
                m_candidates.push_back({&routes[i], orders[i], segmentsOfPath(routes[i].path)});
        }
    }

    [[nodiscard]] std::optional<HandlerLink> best() const
    {
        const auto whole = [this](const Candidate &candidate) {
            return candidate.route->hasKnownPrefix && patternFits(candidate.pattern, m_segments, 0);
        };
        if (std::ranges::any_of(m_candidates, whole))
            return link(whole, HandlerLink::How::Exact);
        const auto longest = longestEnd();
        const auto end = [this, longest](const Candidate &candidate) {
            return candidate.pattern.size() == longest && fitsEnd(candidate) && hasFixedSegment(candidate.pattern);
        };
        if (longest > 0)
            return link(end, HandlerLink::How::BySuffix);
        return link(
            [this](const Candidate &candidate) { return fitsShape(candidate); }, HandlerLink::How::ByMethodAnyPrefix);
    }

private:
    template <typename Fits>
    [[nodiscard]] std::optional<HandlerLink> link(const Fits &fits, HandlerLink::How how) const
    {
        std::vector<Candidate> fitting;
        std::ranges::copy_if(m_candidates, std::back_inserter(fitting), fits);
        const auto *route = firstTried(fitting);
        return route ? std::optional(HandlerLink{*route, how}) : std::nullopt;
    }

    [[nodiscard]] bool fitsEnd(const Candidate &candidate) const
    {
        const auto from = m_segments.size() - candidate.pattern.size();
        return !candidate.route->hasKnownPrefix && from >= 0 && !candidate.pattern.contains(u"*")
            && patternFits(candidate.pattern, m_segments, from);
    }

    /// The segments of the longest end that a route without a known prefix writes out, at least in part.
    [[nodiscard]] qsizetype longestEnd() const
    {
        qsizetype longest = 0;
        for (const auto &candidate : m_candidates) {
            if (fitsEnd(candidate) && hasFixedSegment(candidate.pattern))
                longest = std::max(longest, candidate.pattern.size());
        }
        return longest;
    }

    /// A path of parameters alone, or none, may end any URL: what stands before must be what the file is named for.
    [[nodiscard]] bool fitsShape(const Candidate &candidate) const
    {
        const auto before = m_segments.size() - candidate.pattern.size() - 1;
        return fitsEnd(candidate) && before >= 0 && speaksOf(candidate.route->file, m_segments.at(before));
    }

    QStringList m_segments;
    std::vector<Candidate> m_candidates;
};

} // namespace

std::optional<HandlerLink> bestRoute(
    const std::vector<Route> &routes, const std::vector<RouteOrder> &orders, const QString &method, const QString &url)
{
    return RouteMatcher(routes, orders, method, url).best();
}

} // namespace Decayscope
