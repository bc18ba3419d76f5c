// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "place.h"

#include <QWidget>

#include <array>
#include <optional>

class QAction;
class QToolButton;

namespace Decayscope {

/// The pages as a vertical row of icons at the window's left edge. Where the window is low, buttons get smaller, and in
/// the end lose their names; nothing of it is ever cut off.
class WorkspaceStrip final : public QWidget
{
    Q_OBJECT

public:
    /// One action a page, in the pages' order.
    explicit WorkspaceStrip(const std::array<QAction *, pageCount> &actions, QWidget *parent = nullptr);

    void setPage(Page page);

    /// Icons alone, as wide as the names would be: so that no window has to be higher.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Density : quint8 { Roomy, Close, IconsOnly };

    void fit();
    void setDensity(Density density);
    [[nodiscard]] int heightOf(Density density) const;

    std::array<QToolButton *, pageCount> m_buttons{};
    std::optional<Density> m_density;
};

} // namespace Decayscope
