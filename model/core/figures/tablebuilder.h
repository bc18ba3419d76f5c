// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "publishedfile.h"
#include "tablespec.h"

#include <base/result.h>
#include <domain/studysnapshot.h>
#include <labels/labelbook.h>
#include <stats/scores.h>

namespace Decayscope {

/// What a taxonomy has one distribution of. A run counts under each of its constraints.
enum class TaxonomyGrouping : quint8 { Model, Framework, Level, Constraint };

/// "model", "framework", "level", "constraint": the key of the column.
[[nodiscard]] QString taxonomyGroupingName(TaxonomyGrouping grouping);

struct TableOptions
{
    RunFilter filter;
    ScoreMode mode = ScoreMode::Strict; ///< Of the tables whose name does not say it.
    VerifierMode verifiers = VerifierMode::Reference; ///< Whose verdicts count; published numbers rest on reference.
    bool pipelineSubset
        = false; ///< `subset` compares with the 16 pipeline tasks, not with all tasks of four frameworks.
    std::shared_ptr<const LabelBook> labels; ///< Of `taxonomy` and `agreement`; null: there are none.
    QString by; ///< Of `agreement`: the reference; empty: the first who labelled by hand.
    QString against; ///< Of `agreement`; empty: the judge, or else the next who labelled by hand.
    TaxonomyGrouping taxonomyBy = TaxonomyGrouping::Model;
    std::shared_ptr<const std::vector<PublishedBook>> published; ///< Of `differences`; null: the study's own.
};

/// The same options with the study's definitions: strict, by the reference verifiers, of the newest dates.
[[nodiscard]] TableOptions asPublished(TableOptions options);

/// A table that can be asked for.
struct TableInfo
{
    QString name;
    QString title;
    QString description; ///< One sentence.
};

/// All tables, in the order in which they are offered.
[[nodiscard]] const std::vector<TableInfo> &tableCatalogue();

/// Builds a table of the catalogue from a study's runs. Fails with NotFound for an unknown name, or an annotator
/// without labels.
[[nodiscard]] Result<TableSpec> buildTable(
    QStringView name, const StudySnapshot &study, const TableOptions &options = {});

} // namespace Decayscope
