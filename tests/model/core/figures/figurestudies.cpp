// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figurestudies.h"

#include <support/arun.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Decayscope::Test {

namespace {

QString runtimeOf(const char *framework)
{
    return frameworksOf(u"node").contains(QString::fromLatin1(framework)) ? u"node"_s : u"uv"_s;
}

QString number(double value)
{
    return QString::number(value, 'g', 6);
}

QString printed(const FigurePoint &point)
{
    QStringList words{number(point.x) % u':' % number(point.y)};
    if (point.end)
        words << u"to "_s + number(point.end->x()) % u':' % number(point.end->y());
    if (point.value)
        words << u"v="_s + number(*point.value);
    if (point.low && point.high)
        words << u"[%1, %2]"_s.arg(number(*point.low), number(*point.high));
    if (!point.text.isEmpty())
        words << u'"' + QString(point.text).replace(u'\n', u'/') + u'"';
    words << u"n=%1"_s.arg(point.n);
    if (point.hollow)
        words << u"hollow"_s;
    return words.join(u' ');
}

} // namespace

StudySnapshot aStudy(std::vector<Run> runs)
{
    StudySnapshot study{.runs = std::move(runs)};
    study.styles = completedStyles({}, study.runs);
    return study;
}

std::vector<Run> aSweep(const char *model, const char *scaffold, int start, int fall)
{
    std::vector<Run> runs;
    for (const auto *framework : {"flask", "koa"}) {
        for (const auto constraints : variantsOf(runtimeOf(framework)))
            runs.push_back(
                aRun().of(model, scaffold).on(framework, constraints).passing(start - fall * constraints.size(), 100));
    }
    return runs;
}

StudySnapshot anUnevenStudy()
{
    std::vector<Run> runs;
    int number = 0;
    for (const auto *model : {"gpt-x", "kimi"}) {
        for (const auto *framework : {"aiohttp", "fastapi", "express", "fastify"}) {
            for (const auto constraints : variantsOf(runtimeOf(framework))) {
                for (int trial = 0; trial < 3; ++trial) {
                    auto words = aRun()
                                     .of(model, model[0] == 'k' ? "openhands_sdk" : "mini_swe_sdk")
                                     .on(framework, constraints)
                                     .trial(trial)
                                     .passing(++number % 5 == 0 ? 290 : number * 37 % 291, 290);
                    if (number % 13 == 0 && !constraints.isEmpty())
                        words.violating(kindOf(constraints.toVector().front()));
                    if (number % 29 == 0)
                        words.excluded("broken machine");
                    auto run = words.run();
                    run.tokens
                        = TokenCount{.input = 1000 + 10 * number, .output = 10 + number, .estimated = number % 31 == 0};
                    if (number % 17 != 0)
                        runs.push_back(run);
                }
            }
        }
    }
    runs.push_back(aRun().of("gpt-x").on("express").dated("2026-03-01T12-00-00"));
    markNewestDates(runs);
    std::ranges::sort(runs, {}, &Run::key);
    return aStudy(std::move(runs));
}

QStringList printedFigure(const FigureSpec &figure)
{
    QStringList lines;
    if (!figure.panels.isEmpty())
        lines << u"panels "_s + figure.panels.join(u" | ");
    for (const auto &series : figure.series) {
        for (const auto &point : series.points)
            lines << u"%1%2: %3"_s.arg(
                figure.panels.isEmpty() ? QString() : u"%1 "_s.arg(series.panel), series.name, printed(point));
    }
    for (const auto &mark : figure.references)
        lines << mark.name % u' ' % number(mark.x) % u':' % number(mark.y);
    return lines;
}

} // namespace Decayscope::Test
