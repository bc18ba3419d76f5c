// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "labelbook.h"

#include <map>

namespace Decayscope {

/// Finds the runs that labels mean.
class RunTargets
{
public:
    explicit RunTargets(std::span<const Run> runs);

    /// Gives a row its run and the run's own date, where the run is there.
    void attach(LabelRow &row) const;

private:
    struct Found
    {
        RunId run;
        QString date;
    };
    std::map<LabelTarget, Found> m_runs;
};

/// Makes the rows of a book, all or those of one item.
class LabelRows
{
public:
    LabelRows(const LabelLog &log, std::span<const Sample> samples, const RunTargets &targets);

    [[nodiscard]] std::vector<LabelRow> all() const;

    /// The row of an annotator's item in a sample, or what adjudication decided of it; nothing where there is no label.
    [[nodiscard]] std::optional<LabelRow> row(const QString &annotator, const ItemKey &item) const;

private:
    [[nodiscard]] std::optional<LabelRow> row(
        const QString &annotator, const ItemKey &item, const ItemState &state) const;
    void addAdjudicated(std::vector<LabelRow> &rows) const;

    const LabelLog &m_log;
    const RunTargets &m_targets;
    QHash<QString, const Sample *> m_samples;
};

/// The order of a book's rows.
[[nodiscard]] bool isBeforeInBook(const LabelRow &a, const LabelRow &b);

} // namespace Decayscope
