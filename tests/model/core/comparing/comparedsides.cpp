// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "comparedsides.h"

#include <algorithm>

namespace Decayscope::Test {

namespace {

constexpr int suiteSize = 10;

std::shared_ptr<const AssertionOutcomes> outcomesOf(const std::vector<Run> &runs)
{
    AssertionOutcomes outcomes;
    for (int i = 0; i < suiteSize; ++i)
        outcomes.names << QStringLiteral("Suite › a%1").arg(i);
    for (const auto &run : runs) {
        auto &counted = outcomes.counted[run.id];
        auto &failed = outcomes.failed[run.id];
        for (int i = 0; i < run.assertions; ++i) {
            counted.push_back(i);
            if (i >= run.passed)
                failed.push_back(i);
        }
    }
    return std::make_shared<const AssertionOutcomes>(std::move(outcomes));
}

/// The rules of make_reference.R.
int passedOf(bool isB, int f, int v, int t)
{
    return std::min(
        suiteSize, isB ? (4 * f + 9 * v + 2 * t + f * f + v * t) % 13 : (7 * f + 5 * v + 3 * t + f * v) % 14);
}

} // namespace

ComparedSide MadeUpStudy::side(const QString &name, const RunFilter &filter) const
{
    return {.study = study, .assertions = assertions, .filter = filter, .name = name};
}

MadeUpStudy madeUpStudy(const QString &path, std::vector<Run> runs)
{
    StudySnapshot snapshot{.path = path, .name = path, .runs = std::move(runs)};
    std::ranges::sort(snapshot.runs, {}, &Run::key);
    markNewestDates(snapshot.runs);
    snapshot.styles = completedStyles({}, snapshot.runs);
    auto outcomes = outcomesOf(snapshot.runs);
    return {.study = std::make_shared<const StudySnapshot>(std::move(snapshot)), .assertions = std::move(outcomes)};
}

const std::vector<const char *> &referenceFrameworks()
{
    static const std::vector<const char *> frameworks{
        "aiohttp", "django", "fastapi", "flask", "express", "fastify", "hono", "koa"};
    return frameworks;
}

std::vector<ConstraintSet> referenceVariants(const char *framework)
{
    const bool isNode = frameworksOf(u"node").contains(QLatin1StringView(framework));
    const auto orm = isNode ? Constraint::Sequelize : Constraint::SqlAlchemy;
    return {{}, {Constraint::CleanArchitecture}, {Constraint::CleanArchitecture, Constraint::Sqlite},
        {Constraint::CleanArchitecture, Constraint::Sqlite, orm}};
}

MadeUpStudy referenceStudy()
{
    std::vector<Run> runs;
    for (const bool isB : {false, true}) {
        int f = 0;
        for (const auto *framework : referenceFrameworks()) {
            const auto variants = referenceVariants(framework);
            for (int v = 0; v < static_cast<int>(variants.size()); ++v) {
                for (int t = 0; t < 3; ++t) {
                    auto run = aRun()
                                   .of("gpt-x", isB ? "b" : "a")
                                   .on(framework, variants[static_cast<std::size_t>(v)])
                                   .trial(t)
                                   .passing(passedOf(isB, f, v, t), suiteSize);
                    if (isB && v > 0 && (f + v + t) % 7 == 0)
                        run.violating(ConstraintKind::Architecture);
                    runs.push_back(run);
                }
            }
            ++f;
        }
    }
    return madeUpStudy(QStringLiteral("reference"), std::move(runs));
}

} // namespace Decayscope::Test
