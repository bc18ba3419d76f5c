// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runchecks.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

constexpr qsizetype longestName = 1000;
constexpr qsizetype longestHash = 64;
constexpr qint64 mostDocumentBytes = 1LL << 30;
constexpr qint64 mostRowBytes = 1LL << 26;
constexpr qint64 mostListBytes = 1LL << 25;
constexpr std::size_t mostRequests = 10'000;
constexpr int mostAssertions = 100'000; ///< Of a request: their sum over a run stays far below what an int holds.
constexpr int mostTurns = 10'000'000;

std::unexpected<Error> refused(const QString &why)
{
    return failure(ErrorKind::Refused, why);
}

std::unexpected<Error> damaged(const QString &why)
{
    return failure(ErrorKind::Damaged, why);
}

bool isPrintable(QStringView text)
{
    return text.size() <= longestName
        && std::ranges::none_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
}

bool lies(qint64 offset, qint64 length, qint64 size)
{
    return offset >= 0 && length >= 0 && offset <= size && length <= size - offset;
}

bool isSound(const RequestResult &request)
{
    const auto fits = [](int count) { return count >= 0 && count <= mostAssertions; };
    return fits(request.total) && fits(request.passed) && fits(request.failed) && fits(request.skipped)
        && std::ssize(request.assertions) <= mostAssertions;
}

bool isSound(const Document &document)
{
    const auto size = document.bytes.size();
    return document.kind <= DocumentKind::Evaluation && isSoundPath(document.path)
        && std::ranges::all_of(document.parts, [size](const DocumentPart &part) {
               return lies(part.offset, part.length, size) && isSoundPath(part.path);
           });
}

/// Turns stand in the trajectory, or in the events of a conversation.
qint64 trajectorySize(const RunBundle &bundle)
{
    qint64 size = 0;
    for (const auto &document : bundle.documents) {
        if (document.kind == DocumentKind::Trajectory || document.kind == DocumentKind::TrajectoryEvents)
            size = std::max<qint64>(size, document.bytes.size());
    }
    return size;
}

Result<> checkTurns(const RunBundle &bundle)
{
    const auto size = trajectorySize(bundle);
    int before = -1;
    for (const auto &turn : bundle.turns) {
        if (turn.index <= before || turn.index > mostTurns || turn.role > TurnRole::Other
            || !lies(turn.offset, turn.length, size))
            return damaged(u"Its turns do not lie in its trajectory."_s);
        before = turn.index;
    }
    return {};
}

/// One verdict a kind, on a constraint of the task.
bool areSound(const std::vector<ConstraintVerdict> &verdicts, const TaskSpec &task)
{
    std::set<ConstraintKind> kinds;
    return std::ranges::all_of(verdicts, [&](const ConstraintVerdict &verdict) {
        return verdict.constraint <= Constraint::Sequelize && task.constraints.contains(verdict.constraint)
            && kinds.insert(kindOf(verdict.constraint)).second;
    });
}

bool sayTheSame(const RunVerdicts &verdicts, const std::vector<ConstraintVerdict> &parts)
{
    return summaryOf(parts) == verdicts;
}

Result<> checkVerdicts(const RunBundle &bundle, const Run &run)
{
    const bool isSound = areSound(bundle.verdicts, run.task) && sayTheSame(run.verdicts, bundle.verdicts);
    const auto syntax = run.syntaxVerdicts.value_or(RunVerdicts());
    const bool isSyntaxSound = !bundle.syntaxVerdicts
        || (areSound(*bundle.syntaxVerdicts, run.task) && sayTheSame(syntax, *bundle.syntaxVerdicts));
    if (isSound && isSyntaxSound)
        return {};
    return damaged(u"Its verdicts differ from what it says itself."_s);
}

Result<> checkCounts(const RunBundle &bundle, const Run &run)
{
    const auto counted = summaryOf(bundle);
    if (counted.assertions == run.assertions && counted.passed == run.passed && counted.failed == run.failed
        && counted.turns == run.turns && counted.warnings == run.warnings)
        return {};
    return damaged(u"Its counts differ from its requests, turns or warnings."_s);
}

} // namespace

bool isHarmlessName(QStringView name)
{
    return !name.isEmpty() && isSoundPath(name);
}

bool isSoundPath(QStringView path)
{
    const auto isStep = [](QStringView part) { return part == u".." || part == u"."; };
    return isPrintable(path) && !path.startsWith(u'/') && std::ranges::none_of(path.split(u'/'), isStep);
}

Result<> checkRun(const Run &run, const RunContent &content)
{
    const auto &[scaffold, model] = run.key.configuration;
    for (const auto *name : {&scaffold, &model, &run.key.task, &run.key.date}) {
        if (!isHarmlessName(*name))
            return refused(u"It has a name that no run of a study has."_s);
    }
    // Runs from outside of the study have no runtime and no framework.
    if (!isSoundPath(run.key.runtime) || !isSoundPath(run.task.framework) || run.task.kind > TaskKind::Other)
        return refused(u"It is of a task that no study has."_s);
    if (run.key.trial < 0 || content.inputBytes < 0 || run.termination > Termination::NoTrajectory)
        return refused(u"It has a number that no run of a study has."_s);
    if (content.hash.isEmpty() || content.hash.size() > longestHash)
        return refused(u"It does not say what its content is."_s);
    return {};
}

Result<> checkWeight(const RunWeight &weight)
{
    if (weight.documents < 0 || weight.documents > mostDocumentBytes || weight.rows > mostRowBytes
        || weight.largestList > mostListBytes)
        return refused(u"It is larger than any run of a study."_s);
    return {};
}

Result<> checkBundle(const RunBundle &bundle, const Run &run)
{
    if (bundle.requests.size() > mostRequests
        || !std::ranges::all_of(bundle.requests, [](const auto &request) { return isSound(request); }))
        return damaged(u"Its requests have counts that no report has."_s);
    if (!std::ranges::all_of(bundle.documents, [](const auto &document) { return isSound(document); }))
        return refused(u"Its files have names or parts that no run of a study has."_s);
    return checkTurns(bundle).and_then([&] { return checkVerdicts(bundle, run); }).and_then([&] {
        return checkCounts(bundle, run);
    });
}

} // namespace Decayscope
