// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runtimeswindow.h"

#include "evaluationdesk.h"

#include <pages/runtimespanel.h>

#include <QVBoxLayout>

namespace Decayscope {

RuntimesWindow::RuntimesWindow(EvaluationDesk &desk, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_panel(new RuntimesPanel(this))
{
    setWindowTitle(tr("Runtimes"));
    resize(900, 640);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panel);
    connect(m_panel, &RuntimesPanel::changed, &desk, &EvaluationDesk::setRecipe);
    connect(m_panel, &RuntimesPanel::resetRequested, &desk, &EvaluationDesk::resetRecipe);
    connect(&desk, &EvaluationDesk::recipesRead, this, [this](const std::vector<EditableRecipe> &recipes) {
        m_panel->setProblem({});
        m_panel->setRecipes(recipes);
    });
    connect(&desk, &EvaluationDesk::recipesFailed, m_panel, &RuntimesPanel::setProblem);
}

void RuntimesWindow::showAll()
{
    m_desk.readRecipes();
    show();
    raise();
    activateWindow();
}

} // namespace Decayscope
