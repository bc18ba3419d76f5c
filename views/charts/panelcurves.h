// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figurecursor.h"

#include <QChart>

#include <optional>

namespace Decayscope {

class FigureLayout;

/// The lines and bands of one panel: Qt Charts draws them, all else of a panel is drawn around it.
class PanelCurves final : public QChart
{
    Q_OBJECT

public:
    /// Of the panel with this index. The layout must outlive it.
    PanelCurves(const FigureLayout &layout, std::size_t panel, QGraphicsItem *parent);

    /// The cursor's series comes forward, the others step back.
    void emphasise(std::optional<FigureCursor> cursor);

private:
    void addBand(std::size_t series);
    void addCurve(std::size_t series);
    void addRanges();

    const FigureLayout &m_layout;
    std::size_t m_panel;
};

} // namespace Decayscope
