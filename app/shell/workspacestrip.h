// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "place.h"

#include <QWidget>

#include <array>

class QAction;
class QToolButton;

namespace Decayscope {

/// The pages as a vertical row of icons at the window's left edge.
class WorkspaceStrip final : public QWidget
{
    Q_OBJECT

public:
    /// One action a page, in the pages' order.
    explicit WorkspaceStrip(const std::array<QAction *, pageCount> &actions, QWidget *parent = nullptr);

    void setPage(Page page);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::array<QToolButton *, pageCount> m_buttons{};
};

} // namespace Decayscope
