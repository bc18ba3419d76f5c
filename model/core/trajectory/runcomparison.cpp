// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runcomparison.h"

#include <QHash>

#include <code/linediff.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace Decayscope {

namespace {

ComparedScore scoreOf(const RunReading &reading)
{
    const auto failed
        = std::ranges::count_if(reading.requests, [](const RequestResult &request) { return request.failed > 0; });
    const auto &run = reading.run;
    return {.run = run,
        .passedShare = run.assertions > 0 ? static_cast<double>(run.passed) / run.assertions : 0.0,
        .requestsFailed = static_cast<int>(failed)};
}

ComparedOutcome outcomeOf(AssertionOutcome outcome)
{
    switch (outcome) {
    case AssertionOutcome::Passed:
        return ComparedOutcome::Passed;
    case AssertionOutcome::Failed:
        return ComparedOutcome::Failed;
    case AssertionOutcome::Skipped:
        return ComparedOutcome::Skipped;
    }
    return ComparedOutcome::Absent;
}

QString withoutHost(const QString &url)
{
    const auto scheme = url.indexOf(u"://");
    if (scheme < 0)
        return url;
    const auto slash = url.indexOf(u'/', scheme + 3);
    return slash < 0 ? QString() : url.sliced(slash);
}

/// Collects the rows of the matrix. A request or assertion is known by its name and by how many of that name came
/// before: names repeat.
class AssertionMatrix
{
public:
    explicit AssertionMatrix(std::size_t runs)
        : m_runs(runs)
    { }

    void add(std::size_t run, const std::vector<RequestResult> &requests)
    {
        QHash<QString, int> seen;
        for (const auto &request : requests) {
            const QString name = request.method + u' ' + request.name;
            addRequest(run, request, seen[name]++);
        }
    }

    [[nodiscard]] std::vector<ComparedAssertion> finish()
    {
        std::vector<ComparedAssertion> rows;
        for (auto &group : m_groups)
            std::ranges::move(group, std::back_inserter(rows));
        for (auto &row : rows)
            row.differs = differs(row.outcomes);
        return rows;
    }

private:
    void addRequest(std::size_t run, const RequestResult &request, int occurrence)
    {
        const QString key = QStringLiteral("%1 %2 ").arg(occurrence).arg(request.method) + request.name;
        const auto [place, isNew] = m_requests.try_emplace(key, m_groups.size());
        if (isNew)
            m_groups.emplace_back();
        if (request.assertions.empty())
            outcomesOf(place->second, request, occurrence, {}, 0).at(run) = ComparedOutcome::Absent;
        QHash<QString, int> seen;
        for (const auto &assertion : request.assertions) {
            const auto number = seen[assertion.name]++;
            outcomesOf(place->second, request, occurrence, assertion.name, number).at(run)
                = outcomeOf(assertion.outcome);
        }
    }

    std::vector<ComparedOutcome> &outcomesOf(
        std::size_t group, const RequestResult &request, int occurrence, const QString &assertion, int number)
    {
        auto &rows = m_groups[group];
        const auto [place, isNew] = m_rows.try_emplace(std::tuple(group, assertion, number), rows.size());
        if (isNew) {
            rows.push_back({.request = request.name,
                .method = request.method,
                .url = withoutHost(request.url),
                .occurrence = occurrence,
                .assertion = assertion,
                .outcomes = std::vector(m_runs, ComparedOutcome::Absent)});
        }
        return rows[place->second].outcomes;
    }

    [[nodiscard]] static bool differs(const std::vector<ComparedOutcome> &outcomes)
    {
        std::optional<ComparedOutcome> first;
        for (const auto outcome : outcomes) {
            if (outcome == ComparedOutcome::Absent)
                continue;
            if (first && *first != outcome)
                return true;
            first = outcome;
        }
        return false;
    }

    std::size_t m_runs = 0;
    std::map<QString, std::size_t> m_requests;
    std::map<std::tuple<std::size_t, QString, int>, std::size_t> m_rows;
    std::vector<std::vector<ComparedAssertion>> m_groups; ///< By request, in the order in which they came.
};

/// A file of one patch.
struct PatchSide
{
    ComparedFile::Side side;
    std::optional<QString> text; ///< Of whole files.
    const FilePatch *patch = nullptr;
};

PatchSide sideOf(const FilePatch &file)
{
    PatchSide found{.side = {}, .text = file.addedText(), .patch = &file};
    found.side.exists = file.kind != FilePatch::Kind::Deleted;
    found.side.isWhole = found.text.has_value();
    if (found.text) {
        found.side.lines = static_cast<int>(linesOf(*found.text).size());
        return found;
    }
    for (const auto &hunk : file.hunks) {
        found.side.lines += static_cast<int>(
            std::ranges::count(hunk.lines, HunkLine::Kind::Added, [](const HunkLine &line) { return line.kind; }));
    }
    return found;
}

ComparedFile::Relation relationOf(const std::vector<const PatchSide *> &sides)
{
    using Relation = ComparedFile::Relation;
    const auto *first = sides.front();
    bool areWhole = true;
    for (const auto *side : sides) {
        if (!side || !first || side->side.exists != first->side.exists)
            return Relation::Different;
        areWhole = areWhole && side->text && first->text;
        if (areWhole && *side->text != *first->text)
            return Relation::Different;
    }
    // The same change of the same base gives the same file.
    const auto isSameChange = [first](const PatchSide *side) {
        return side->patch->hunks == first->patch->hunks && !side->patch->isBinary;
    };
    return areWhole || std::ranges::all_of(sides, isSameChange) ? Relation::Same : Relation::Unknown;
}

std::vector<ComparedFile> comparedFiles(const std::vector<Patch> &patches)
{
    std::map<QString, std::vector<std::optional<PatchSide>>> byPath;
    for (std::size_t run = 0; run < patches.size(); ++run) {
        for (const auto &file : patches[run].files) {
            auto &sides = byPath[file.path()];
            sides.resize(patches.size());
            sides[run] = sideOf(file);
        }
    }
    std::vector<ComparedFile> files;
    for (const auto &[path, found] : byPath) {
        ComparedFile file{.path = path, .sides = {}};
        std::vector<const PatchSide *> sides;
        for (const auto &side : found) {
            file.sides.push_back(side ? side->side : ComparedFile::Side());
            sides.push_back(side ? &*side : nullptr);
        }
        file.relation = relationOf(sides);
        files.push_back(std::move(file));
    }
    return files;
}

} // namespace

RunComparison compareRuns(std::span<const RunReading> runs)
{
    RunComparison comparison;
    AssertionMatrix matrix(runs.size());
    std::vector<Patch> patches;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const auto &task = runs[i].run.task;
        const auto &first = runs.front().run.task;
        comparison.isSameTask = comparison.isSameTask
            && std::tie(task.kind, task.framework, task.name) == std::tie(first.kind, first.framework, first.name);
        comparison.scores.push_back(scoreOf(runs[i]));
        matrix.add(i, runs[i].requests);
        patches.push_back(readPatchFiles(runs[i].patch.bytes));
    }
    comparison.assertions = matrix.finish();
    comparison.files = comparedFiles(patches);
    return comparison;
}

} // namespace Decayscope
