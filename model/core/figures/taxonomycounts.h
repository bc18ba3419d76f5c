// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tablebuilder.h"
#include "tablecontext.h"

#include <agreement/codecatalogue.h>

namespace Decayscope {

/// How often a code was given, and to which runs of the store.
struct CodeCount
{
    int count = 0;
    std::set<RunId> runs;
};

/// The labels of one annotator in one group, such as a model.
struct TaxonomyGroup
{
    QString name; ///< As written in tables: "L2", "postgres".
    CodeCount all;
    std::map<QString, CodeCount> codes; ///< By today's id, of both levels.
    std::map<QString, int> withoutSubcode; ///< Labels of a code that has sub-categories, but without one.

    [[nodiscard]] CodeCount of(const QString &code) const;
    /// Labels with one of the study's two codes of the data layer.
    [[nodiscard]] CodeCount dataLayer() const;
};

/// What one annotator says of why runs failed.
struct AnnotatorTaxonomy
{
    QString annotator;
    std::vector<TaxonomyGroup> groups; ///< Sorted by their order in tables.
    int labels = 0; ///< That are counted, each once.
    int notStored = 0; ///< Of them, labels whose runs are not in the store.
    int leftOut = 0; ///< Labels of runs the filter leaves out.
};

/// Counts labels by group, one taxonomy an annotator; of all where `annotator` is empty. Labels of runs that are not in
/// the store count where the filter asks for nothing that only a run can tell.
[[nodiscard]] std::vector<AnnotatorTaxonomy> taxonomies(const TableContext &context, const LabelBook &labels,
    const CodeCatalogue &catalogue, TaxonomyGrouping grouping, const QString &annotator = {});

/// Sentences on what is counted, one annotator each.
[[nodiscard]] QStringList taxonomyNotes(const std::vector<AnnotatorTaxonomy> &taxonomies, TaxonomyGrouping grouping);

} // namespace Decayscope
