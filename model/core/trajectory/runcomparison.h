// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runreading.h>

#include <code/patch.h>

#include <span>

namespace Decayscope {

/// What one run made of an assertion.
enum class ComparedOutcome : quint8 {
    Passed,
    Failed,
    Skipped,
    Absent ///< The run's report does not have it.
};

/// An assertion, or a request without any, in all runs.
struct ComparedAssertion
{
    QString request;
    QString method;
    QString url; ///< Without host; of the first run that has the request.
    int occurrence = 0; ///< Which of the requests of this name and method it belongs to, from 0.
    QString assertion; ///< Empty for a request without assertions.
    std::vector<ComparedOutcome> outcomes; ///< One for each run.
    bool differs = false; ///< Between runs that have it.

    bool operator==(const ComparedAssertion &) const = default;
};

/// A file in the final state of the runs.
struct ComparedFile
{
    struct Side
    {
        bool exists = false;
        bool isWhole = true; ///< False where the patch shows only part of it.
        int lines = 0; ///< Of the whole file; of a part the lines added.

        bool operator==(const Side &) const = default;
    };

    enum class Relation : quint8 {
        Same, ///< In all runs, with the same text.
        Different,
        Unknown ///< Everywhere, but one patch shows only part of it.
    };

    QString path;
    std::vector<Side> sides; ///< One for each run.
    Relation relation = Relation::Different;

    bool operator==(const ComparedFile &) const = default;
};

/// The head of a run's column.
struct ComparedScore
{
    Run run;
    double passedShare = 0; ///< Of the report's assertions, 0–1; 0 without a report.
    int requestsFailed = 0; ///< Requests with at least one failed assertion.

    bool operator==(const ComparedScore &) const = default;
};

/// Two to four runs side by side.
struct RunComparison
{
    bool isSameTask = true; ///< Of the same framework, kind and name.
    std::vector<ComparedScore> scores;
    std::vector<ComparedAssertion> assertions; ///< In the order of the suite; what only later runs have comes last.
    std::vector<ComparedFile> files; ///< By path.

    bool operator==(const RunComparison &) const = default;
};

/// Compares the runs given, in their order. Requests are matched by method, name and how often they came before;
/// assertions of a request by name likewise. Reads the patches in time linear in their size.
[[nodiscard]] RunComparison compareRuns(std::span<const RunReading> runs);

} // namespace Decayscope
