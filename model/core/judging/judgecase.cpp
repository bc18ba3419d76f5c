// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "judgecase.h"

#include "casetexts.h"

#include <algorithm>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRequests = 100;
constexpr qsizetype longestName = 200;
constexpr qsizetype longestReason = 2000;
constexpr qsizetype longestLogLine = 1000;

QString taskText(const TaskSpec &task)
{
    const auto constraints = task.constraints.isEmpty() ? u"none (unconstrained)"_s : task.constraints.joined(u", ");
    switch (task.kind) {
    case TaskKind::Generation:
        return u"Framework: " % task.framework % u", Runtime: " % task.runtime % u", Constraints: " % constraints;
    case TaskKind::Feature:
        return u"Framework: " % task.framework
            % u", Task: restore a feature that was removed from an existing project (" % task.name
            % u"), Constraints: those the project implies";
    case TaskKind::Other:
        break;
    }
    return u"Task: " % task.name;
}

/// Empty of a request none of whose assertions failed.
QString requestText(const RequestResult &request)
{
    if (request.failed <= 0)
        return {};
    const auto status = request.code ? QString::number(*request.code)
        : request.status.isEmpty()   ? u"no answer"_s
                                     : request.status.first(std::min(request.status.size(), longestName));
    return middleLeftOut(request.name, longestName) % u' ' % request.method % u" → " % status % u": "
        % QString::number(request.failed) % u" of " % QString::number(request.total) % u" failed";
}

QString requestsText(const RunReading &reading)
{
    if (reading.requests.empty())
        return u"There is no report: the suite could not be run."_s;
    QStringList lines;
    for (const auto &request : reading.requests) {
        if (auto line = requestText(request); !line.isEmpty())
            lines.append(std::move(line));
    }
    if (lines.isEmpty())
        return u"None: all requests passed."_s;
    const auto more = lines.size() - mostRequests;
    if (more > 0)
        lines = lines.first(mostRequests) + QStringList(u"and " % QString::number(more) % u" more requests");
    return lines.join(u'\n');
}

QString verifiersText(const RunReading &reading)
{
    QStringList lines;
    for (const auto &verdict : reading.verdicts)
        lines.append(constraintName(verdict.constraint) % (verdict.compliant ? u" kept: "_s : u" violated: "_s)
            % middleLeftOut(verdict.reason, longestReason));
    return lines.isEmpty() ? u"No constraint of this task is verified."_s : lines.join(u'\n');
}

QString logText(const RunReading &reading)
{
    const auto text = lastLines(reading.serverLog.bytes, judgeLogLines, longestLogLine);
    return text.isEmpty() ? u"There is no server log, or it is empty."_s : text;
}

/// Names are masked before turns are cut: of one cut in the middle a half would stay.
QString turnsText(const TurnSource &turns, const Configuration &configuration)
{
    QStringList texts;
    for (int index = std::max(0, turns.count() - judgeTurns); index < turns.count(); ++index)
        texts.append(
            middleLeftOut(withoutNames(judgedTurnText(turns.turn(index)), configuration), judgeTurnCharacters));
    return texts.isEmpty() ? u"There is no trajectory that can be read."_s : texts.join(u"\n\n"_s);
}

QString turnsTitle(int count)
{
    if (count == 0)
        return u"turns of the agent"_s;
    return u"turns " % QString::number(std::max(0, count - judgeTurns) + 1) % u" to " % QString::number(count) % u" of "
        % QString::number(count);
}

} // namespace

JudgeCase judgeCase(const RunReading &reading)
{
    const auto &configuration = reading.run.key.configuration;
    return {.task = withoutNames(taskText(reading.run.task), configuration),
        .turnsTitle = turnsTitle(reading.turns->count()),
        .turns = turnsText(*reading.turns, configuration),
        .requests = withoutNames(requestsText(reading), configuration),
        .verifiers = withoutNames(verifiersText(reading), configuration),
        .log = withoutNames(logText(reading), configuration)};
}

} // namespace Decayscope
