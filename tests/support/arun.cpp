// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arun.h"

namespace Decayscope::Test {

namespace {

qint64 nextId()
{
    static qint64 last = 0;
    return ++last;
}

} // namespace

RunWords::RunWords()
{
    m_run.id = RunId{nextId()};
    m_run.key.date = QStringLiteral("2026-04-01T12-00-00");
    m_run.termination = Termination::Submitted;
    of("gpt-x").on("flask").passing(10, 10);
}

RunWords &RunWords::of(const char *model, const char *scaffold)
{
    m_run.key.configuration = {.scaffold = QString::fromLatin1(scaffold), .model = QString::fromLatin1(model)};
    return *this;
}

RunWords &RunWords::on(const char *framework, ConstraintSet constraints)
{
    const auto name = QString::fromLatin1(framework);
    m_run.key.runtime = frameworksOf(u"node").contains(name) ? QStringLiteral("node") : QStringLiteral("uv");
    m_run.key.task = generationTaskName(name, constraints);
    m_run.task = {.kind = TaskKind::Generation,
        .runtime = m_run.key.runtime,
        .framework = name,
        .name = m_run.key.task,
        .constraints = constraints};
    m_run.verdicts = {};
    for (const auto constraint : constraints.toVector())
        m_run.verdicts.of(kindOf(constraint)) = Verdict::Compliant;
    return *this;
}

RunWords &RunWords::onFeature(const char *framework, const char *task)
{
    m_run.key.runtime = QString::fromLatin1(framework);
    m_run.key.task = QString::fromLatin1(task);
    m_run.task = {.kind = TaskKind::Feature,
        .runtime = m_run.key.runtime,
        .framework = m_run.key.runtime,
        .name = m_run.key.task,
        .constraints = {}};
    m_run.verdicts = {};
    return *this;
}

RunWords &RunWords::fromOutside(const char *task)
{
    m_run.key.runtime = QStringLiteral("other");
    m_run.key.task = QString::fromLatin1(task);
    m_run.task = {.kind = TaskKind::Other,
        .runtime = m_run.key.runtime,
        .framework = {},
        .name = m_run.key.task,
        .constraints = {}};
    m_run.verdicts = {};
    return *this;
}

RunWords &RunWords::dated(const char *date)
{
    m_run.key.date = QString::fromLatin1(date);
    return *this;
}

RunWords &RunWords::trial(int number)
{
    m_run.key.trial = number;
    return *this;
}

RunWords &RunWords::passing(int passed, int total)
{
    m_run.assertions = total;
    m_run.passed = passed;
    m_run.failed = total - passed;
    return *this;
}

RunWords &RunWords::violating(ConstraintKind kind)
{
    m_run.verdicts.of(kind) = Verdict::Violated;
    return *this;
}

RunWords &RunWords::ending(Termination termination)
{
    m_run.termination = termination;
    return *this;
}

RunWords &RunWords::excluded(const char *reason)
{
    m_run.exclusion = QString::fromUtf8(reason);
    return *this;
}

RunWords aRun()
{
    return {};
}

} // namespace Decayscope::Test
