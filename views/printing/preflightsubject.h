// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inkpage.h"
#include "preflight.h"

#include <QColor>

#include <optional>

namespace Decayscope {

/// How a series is told from others on paper.
struct PrintedSign
{
    QString name;
    int panel = 0;
    QColor color;
    std::optional<int> marker; ///< None where no marker is drawn.
    std::optional<LineStyle> line; ///< None where no line is drawn, or all lines are alike.
    bool hatched = false;

    /// Whether marker, line or hatching differ.
    [[nodiscard]] bool differsInForm(const PrintedSign &other) const;
};

/// Everything the rules of the preflight look at.
struct PreflightSubject
{
    FigureSpec figure;
    FigureLook look;
    InkPage ink;
    std::vector<PrintedSign> signs; ///< Of the series whose colour tells them apart; none for heat maps and lattices.
    QColor ground = Qt::white;
    QStringList fileProblems; ///< Of the written PDF.
};

/// Paints the figure and gathers what there is to look at; `pdf` may be empty.
[[nodiscard]] PreflightSubject preflightSubject(
    const FigureSpec &figure, const FigureLook &look, const QByteArray &pdf);

} // namespace Decayscope
