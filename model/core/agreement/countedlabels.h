// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "agreementreport.h"
#include "codecatalogue.h"

namespace Decayscope {

/// The label of an annotator that counts, by target.
using CountedLabels = std::map<LabelTarget, const LabelRow *>;

/// Which labels of a book a request counts.
class LabelSelection
{
public:
    LabelSelection(const LabelBook &book, const AgreementRequest &request, const CodeCatalogue &catalogue);

    /// One label a target: of the newest sample that is asked for, else one from outside of samples where the target
    /// stands in such a sample. Repeats never count, nor do labels without a category at the request's level.
    [[nodiscard]] CountedLabels of(const QString &annotator) const;

    [[nodiscard]] bool isAskedFor(const QString &sample) const { return m_asked.empty() || m_asked.contains(sample); }

    /// Whether a target is left out because it stood in a pilot that is not asked for by name.
    [[nodiscard]] bool isOfPilot(const LabelTarget &target) const { return m_pilot.contains(target); }

    /// Of a label at the request's level; empty for none. Fine labels need to be compared under one parent.
    [[nodiscard]] QString categoryOf(const Label &label) const;

private:
    [[nodiscard]] std::optional<int> rankOf(const LabelRow &row) const;

    const LabelBook &m_book;
    const CodeCatalogue &m_catalogue;
    AgreementLevel m_level;
    std::set<QString> m_asked;
    std::set<LabelTarget> m_targets; ///< Of the samples asked for.
    std::set<LabelTarget> m_pilot;
    std::map<QString, int> m_ages; ///< Of samples from 1; the newest is the greatest.
};

/// Number of each task among the targets: the clusters of the bootstrap.
class TaskClusters
{
public:
    [[nodiscard]] int of(const LabelTarget &target)
    {
        return m_numbers.try_emplace({target.runtime, target.task}, static_cast<int>(m_numbers.size())).first->second;
    }
    [[nodiscard]] int count() const { return static_cast<int>(m_numbers.size()); }

private:
    std::map<std::pair<QString, QString>, int> m_numbers;
};

/// A table of ratings whose categories are numbered as they come.
class RatingTableMaker
{
public:
    void add(const QStringList &categories, const LabelTarget &target); ///< Empty: missing. One a rater.
    [[nodiscard]] RatingTable table() const;
    [[nodiscard]] int clusters() const { return m_clusters.count(); }

private:
    RatingTable m_table;
    TaskClusters m_clusters;
    std::map<QString, int> m_numbers;
};

} // namespace Decayscope
