// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Decayscope {

/// How an interval stands beside its value.
enum class IntervalForm : quint8 {
    Brackets, ///< "51.7 [40.2, 63.1]"
    PlusMinus, ///< "51.7 ± 11.5": half the interval's width, or the standard error where the study prints that.
    Hidden
};

/// How a table is written for people; JSON and CSV ignore it.
struct TableLook
{
    IntervalForm interval = IntervalForm::Brackets;
    bool boldBest = false; ///< The best value of every column that has one, ties included.
    bool paperExact = false; ///< Only the columns and the forms the study itself prints.
    bool siunitx = false; ///< LaTeX: S columns; else plain right-aligned ones.
    bool notes = true; ///< The notes line below, with what the estimator card says.
    QString caption; ///< Empty: the table's title. Where there is one or a label, LaTeX writes a table environment.
    QString label; ///< Of LaTeX: "tab:decay".

    bool operator==(const TableLook &) const = default;
};

} // namespace Decayscope
