// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evaluationwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace Decayscope {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Decayscope::EvaluationWords", text);
}

} // namespace

QString stepTitle(EvaluationStep step)
{
    switch (step) {
    case EvaluationStep::Prepare:
        return say("Prepare");
    case EvaluationStep::Patch:
        return say("Apply patch");
    case EvaluationStep::Database:
        return say("Database");
    case EvaluationStep::SetUp:
        return say("Set up");
    case EvaluationStep::Start:
        return say("Start server");
    case EvaluationStep::Health:
        return say("Health check");
    case EvaluationStep::Suite:
        return say("Suite");
    case EvaluationStep::DeepSuite:
        return say("Suite beside");
    case EvaluationStep::Verify:
        return say("Verifiers");
    case EvaluationStep::Stop:
        return say("Stop");
    }
    return {};
}

QString stepOutcomeTitle(StepOutcome outcome)
{
    switch (outcome) {
    case StepOutcome::Waiting:
        return say("waiting");
    case StepOutcome::Running:
        return say("at work");
    case StepOutcome::Done:
        return say("done");
    case StepOutcome::Failed:
        return say("failed");
    case StepOutcome::Skipped:
        return say("not needed");
    }
    return {};
}

QString outcomeGlyph(StepOutcome outcome)
{
    switch (outcome) {
    case StepOutcome::Waiting:
        return QStringLiteral("○");
    case StepOutcome::Running:
        return QStringLiteral("◔");
    case StepOutcome::Done:
        return QStringLiteral("✓");
    case StepOutcome::Failed:
        return QStringLiteral("✗");
    case StepOutcome::Skipped:
        return QStringLiteral("–");
    }
    return {};
}

QString stepTime(qint64 milliseconds)
{
    const QLocale locale;
    if (milliseconds < 1000)
        return say("%1 ms").arg(milliseconds);
    if (milliseconds < 60'000)
        return say("%1 s").arg(locale.toString(static_cast<double>(milliseconds) / 1000, 'f', 1));
    const auto seconds = milliseconds / 1000;
    if (seconds < 3600)
        return say("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    return say("%1 h %2 min").arg(seconds / 3600).arg(seconds % 3600 / 60);
}

QString sizeText(qint64 bytes)
{
    return bytes > 0 ? QLocale().formattedDataSize(bytes, 1) : QString();
}

QString resourceSentence(const ResourceUse &use)
{
    QStringList words;
    if (use.memoryBytes > 0)
        words << say("%1 memory at most").arg(sizeText(use.memoryBytes));
    if (use.processes > 0)
        words << QCoreApplication::translate("Decayscope::EvaluationWords", "%n process(es)", nullptr, use.processes);
    if (use.cpuMilliseconds > 0)
        words << say("%1 of CPU").arg(stepTime(use.cpuMilliseconds));
    if (use.diskBytes > 0)
        words << say("%1 written").arg(sizeText(use.diskBytes));
    return words.join(u" · ");
}

} // namespace Decayscope
