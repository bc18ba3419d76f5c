// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runtimerecipe.h>

#include <QDialog>

namespace Decayscope {

class EvaluationDesk;
class RuntimesPanel;

/// The runtimes in a window of their own beside the main one, for as long as one works at them.
class RuntimesWindow final : public QDialog
{
    Q_OBJECT

public:
    RuntimesWindow(EvaluationDesk &desk, QWidget *parent);

    [[nodiscard]] RuntimesPanel *panel() const { return m_panel; }
    void showAll(); ///< As they are in the user's file now.

private:
    EvaluationDesk &m_desk;
    RuntimesPanel *m_panel;
};

} // namespace Decayscope
