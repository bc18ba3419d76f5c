// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tablebuilder.h"

#include <set>

namespace Decayscope {

/// What every table needs: the runs that count, which they are, and what to say about them.
class TableContext
{
public:
    TableContext(const StudySnapshot &study, const TableOptions &options, TaskKind kind = TaskKind::Generation);

    [[nodiscard]] const StudySnapshot &study() const { return m_study; }
    [[nodiscard]] const TableOptions &options() const { return m_options; }
    [[nodiscard]] const std::vector<Run> &runs() const { return m_runs; }

    /// What runs of these tables must be like.
    [[nodiscard]] const RunFilter &filter() const { return m_filter; }

    /// The filter of the runs behind a part of the table.
    [[nodiscard]] RunFilter runsOf(const RunFilter &part) const { return intersected(m_filter, part); }
    [[nodiscard]] RunFilter runsOf(const Configuration &configuration) const;
    [[nodiscard]] RunFilter runsOf(const Configuration &configuration, const QString &framework) const;

    /// "*" for a configuration that covers less than 90 % of the tasks of all.
    [[nodiscard]] QString markOf(const Configuration &configuration) const;

    /// Whether the filter's words on tasks let a task in; what it says of models, outcomes and the like is ignored.
    [[nodiscard]] bool asksFor(const TaskSpec &task) const;

    /// Sentences on unit and n, on exclusions, older dates, the filter, and on a sample.
    [[nodiscard]] QStringList commonNotes() const;

    /// Of those the ones on the filter and on a sample.
    [[nodiscard]] QStringList scopeNotes() const;

    /// The runs left out and why, one phrase each; none where nothing was.
    [[nodiscard]] QStringList exclusions() const;

    /// EstimatorCard::count of all runs that count.
    [[nodiscard]] QString countWords() const;

    /// Those of the common notes that counts and exclusions say as well.
    [[nodiscard]] QStringList cardNotes() const;

    /// TableSpec::caveat.
    [[nodiscard]] QString caveat() const;

private:
    /// How much stands behind the table.
    struct Extent
    {
        qsizetype runs = 0;
        qsizetype tasks = 0;
        qsizetype configurations = 0;
    };

    [[nodiscard]] Extent extent() const;
    [[nodiscard]] std::vector<Run> leftOutByHand() const;
    [[nodiscard]] qsizetype olderRuns() const;
    [[nodiscard]] qsizetype unjudgedRuns() const; ///< Of the filter, by the syntax verifiers.
    [[nodiscard]] QString countNote() const;
    [[nodiscard]] QString syntaxNote() const;
    [[nodiscard]] QString contractsNote() const; ///< Empty where all tasks are of one contract.
    [[nodiscard]] QString leftOutNote() const;

    const StudySnapshot &m_study;
    TableOptions m_options;
    RunFilter m_filter;
    std::vector<Run> m_runs;
    std::set<Configuration> m_fullSet;
};

} // namespace Decayscope
