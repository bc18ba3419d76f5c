// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tablespec.h"

#include <base/result.h>
#include <domain/studysnapshot.h>
#include <stats/scores.h>

namespace Decayscope {

struct TableOptions
{
    RunFilter filter;
    ScoreMode mode = ScoreMode::Strict; ///< Of the tables whose name does not say it.
    bool pipelineSubset
        = false; ///< `subset` compares with the 16 pipeline tasks, not with all tasks of four frameworks.
};

/// A table that can be asked for.
struct TableInfo
{
    QString name;
    QString title;
    QString description; ///< One sentence.
};

/// All tables, in the order in which they are offered.
[[nodiscard]] const std::vector<TableInfo> &tableCatalogue();

/// Builds a table of the catalogue from a study's runs. Fails with NotFound for an unknown name.
[[nodiscard]] Result<TableSpec> buildTable(
    QStringView name, const StudySnapshot &study, const TableOptions &options = {});

} // namespace Decayscope
