// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runtext.h"

#include "evaluationanswer.h"
#include "runparts.h"

#include <base/terminaltext.h>
#include <stats/scores.h>

#include <QDateTime>
#include <QTimeZone>

#include <array>

namespace Decayscope {

namespace {

constexpr qsizetype lineLength = 100;

QString numberOrDash(const std::optional<int> &number)
{
    return number ? QString::number(*number) : QStringLiteral("–");
}

QString testsLine(const Run &run)
{
    if (run.assertions == 0)
        return QStringLiteral("tests     no report");
    return QStringLiteral("tests     %1 of %2 passed (%3)")
        .arg(run.passed)
        .arg(run.assertions)
        .arg(isSuccess(run, ScoreMode::Strict) ? QStringLiteral("success") : QStringLiteral("failed"));
}

QStringList headerLines(const RunReading &reading)
{
    const auto &run = reading.run;
    QStringList lines{QStringLiteral("run %1   run_%2 of ").arg(run.id.value).arg(run.key.trial)
            + QStringList{run.key.configuration.scaffold, run.key.configuration.model, run.key.task, run.key.date}.join(
                u" / "),
        QStringLiteral("from      %1").arg(reading.origin), testsLine(run),
        QStringLiteral("ending    %1, %2 turns").arg(terminationName(run.termination)).arg(run.turns)};
    if (run.tokens)
        lines.append(QStringLiteral("tokens    %1%2 in, %3 out")
                .arg(run.tokens->estimated ? QStringLiteral("about ") : QString())
                .arg(run.tokens->input)
                .arg(run.tokens->output));
    if (run.exclusion)
        lines.append(QStringLiteral("excluded  %1").arg(*run.exclusion));
    for (const auto &warning : reading.warnings)
        lines.append(QStringLiteral("warning   %1: %2").arg(warning.path, warning.reason));
    return lines;
}

QStringList requestLines(const std::vector<RequestResult> &requests)
{
    QStringList lines{QStringLiteral("Requests (%1)").arg(requests.size())};
    for (const auto &request : requests) {
        lines.append(QStringLiteral("  %1 %2/%3  %4 %5 ms  ")
                         .arg(QChar(request.passed < request.total ? u'✗' : u'✓'))
                         .arg(request.passed, 3)
                         .arg(request.total, -3)
                         .arg(numberOrDash(request.code), 3)
                         .arg(numberOrDash(request.milliseconds), 5)
            + request.method.leftJustified(6) + u' ' + request.name);
        for (const auto &assertion : request.assertions) {
            if (assertion.outcome != AssertionOutcome::Passed)
                lines.append(QStringLiteral("        %1 %2%3")
                        .arg(assertion.outcome == AssertionOutcome::Failed ? QStringLiteral("failed")
                                                                           : QStringLiteral("skipped"),
                            assertion.name, assertion.message.isEmpty() ? QString() : u": " + assertion.message));
        }
    }
    return lines;
}

QStringList verdictLines(const std::vector<ConstraintVerdict> &verdicts, const QString &title)
{
    QStringList lines{QStringLiteral("%1 (%2)").arg(title).arg(verdicts.size())};
    for (const auto &verdict : verdicts) {
        lines.append(QStringLiteral("  %1 %2: %3")
                .arg(verdict.compliant ? QStringLiteral("✓") : QStringLiteral("✗"), constraintName(verdict.constraint),
                    verdict.reason));
        for (const auto &violation : verdict.violations)
            lines.append(QString(u"        " % violation.file % u':' % QString::number(violation.line) % u": "
                % violation.reason % (violation.rule.isEmpty() ? QString() : QString(u" [" % violation.rule % u']'))));
    }
    return lines;
}

QStringList fileLines(QByteArrayView patch)
{
    const auto files = changedFiles(patch);
    QStringList lines{QStringLiteral("Files (%1)").arg(files.size())};
    for (const auto &file : files)
        lines.append(QStringLiteral("  %1  +%2 −%3  %4  ")
                         .arg(numberOrDash(file.lines), 6)
                         .arg(file.added)
                         .arg(file.removed)
                         .arg(file.change)
            + file.path);
    return lines;
}

/// What a turn is about: what it runs, else what it says.
QString gist(const TurnTexts &texts)
{
    for (const auto *text : {&texts.command, &texts.text, &texts.output, &texts.file}) {
        if (const auto line = terminalLine(*text, lineLength); !line.isEmpty())
            return line;
    }
    return {};
}

QString turnLine(const TurnContent &turn)
{
    const auto code = turn.returnCode();
    return QStringLiteral("  %1  %2 %3%4")
        .arg(turn.index, 5)
        .arg(turnKindName(turn.kind), -11)
        .arg(code && *code != 0 ? QStringLiteral("[%1] ").arg(*code) : QString(), gist(textsOf(turn)));
}

QString partTitle(const TurnPart &part)
{
    constexpr std::array names{"text", "reasoning", "command", "output", "error", "edit", "image", "raw"};
    auto title = QString::fromLatin1(names.at(static_cast<std::size_t>(part.kind)));
    if (!part.tool.isEmpty())
        title += u" " + part.tool;
    if (part.returnCode)
        title += u", return code " + QString::number(*part.returnCode);
    return title;
}

} // namespace

QString runToText(const RunReading &reading)
{
    auto lines = headerLines(reading) + QStringList{QString()} + requestLines(reading.requests) + QStringList{QString()}
        + verdictLines(reading.verdicts, QStringLiteral("Constraints"))
        + (reading.syntaxVerdicts.empty()
                ? QStringList()
                : verdictLines(reading.syntaxVerdicts, QStringLiteral("Constraints, syntax verifiers")))
        + QStringList{QString()} + fileLines(reading.patch.bytes)
        + (reading.evaluation ? QStringList{QString()} + evaluationLines(*reading.evaluation) : QStringList())
        + QStringList{QString(), QStringLiteral("Turns (%1)").arg(reading.turns->count())};
    for (int i = 0; i < reading.turns->count(); ++i)
        lines.append(turnLine(reading.turns->turn(i)));
    return lines.join(u'\n');
}

QString turnToText(const TurnContent &turn)
{
    QStringList lines{QStringLiteral("turn %1  %2, %3%4")
            .arg(turn.index)
            .arg(turnRoleName(turn.role), turnKindName(turn.kind),
                turn.name.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(turn.name))};
    if (turn.time)
        lines.append(u"at " + QDateTime::fromMSecsSinceEpoch(*turn.time, QTimeZone::UTC).toString(Qt::ISODateWithMs));
    if (turn.tokens)
        lines.append(QStringLiteral("%1 tokens in, %2 out").arg(turn.tokens->input).arg(turn.tokens->output));
    for (const auto &part : turn.parts) {
        lines.append(QStringLiteral("\n--- %1").arg(partTitle(part)));
        lines.append(part.text);
        if (part.edit && part.edit->before)
            lines.append(QStringLiteral("--- before\n%1").arg(*part.edit->before));
        if (part.edit && !part.edit->after.isEmpty())
            lines.append(QStringLiteral("--- after\n%1").arg(part.edit->after));
    }
    return lines.join(u'\n');
}

} // namespace Decayscope
