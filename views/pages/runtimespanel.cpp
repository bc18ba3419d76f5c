// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runtimespanel.h"

#include "recipeform.h"

#include <widgets/messagebar.h>
#include <widgets/spacing.h>

#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Decayscope {

namespace {

constexpr int pauseMilliseconds = 400;
constexpr int listWidth = 240;

} // namespace

RuntimesPanel::RuntimesPanel(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_copy(new QPushButton(tr("&Copy"), this))
    , m_reset(new QPushButton(tr("Rese&t"), this))
    , m_message(new MessageBar(this))
    , m_scroll(new QScrollArea(this))
    , m_form(new RecipeForm(m_scroll))
{
    m_list->setAccessibleName(tr("Runtimes"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_copy->setToolTip(tr("Make a runtime of your own from this one"));
    m_message->hide();
    m_scroll->setWidget(m_form);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMilliseconds);
    layOut();
    connect(m_list, &QListWidget::currentRowChanged, this, &RuntimesPanel::chooseRow);
    connect(m_copy, &QPushButton::clicked, this, &RuntimesPanel::copyChosen);
    connect(m_reset, &QPushButton::clicked, this, &RuntimesPanel::resetChosen);
    connect(m_message, &MessageBar::actionTriggered, this, &RuntimesPanel::undoReset);
    connect(m_form, &RecipeForm::edited, this, &RuntimesPanel::check);
    connect(&m_pause, &QTimer::timeout, this, &RuntimesPanel::flush);
    showChosen();
}

void RuntimesPanel::layOut()
{
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(Spacing::normal, Spacing::normal, Spacing::normal, Spacing::normal);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_reset);
    buttons->addStretch(1);
    auto *left = new QWidget(this);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->setSpacing(0);
    leftLayout->addWidget(m_list);
    leftLayout->addLayout(buttons);

    auto *splitter = new QSplitter(this);
    splitter->addWidget(left);
    splitter->addWidget(m_scroll);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    splitter->setSizes({listWidth, 3 * listWidth});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_message);
    layout->addWidget(splitter, 1);
}

void RuntimesPanel::setRecipes(const std::vector<EditableRecipe> &recipes)
{
    m_recipes = recipes;
    if (!recipeNamed(m_chosen) && !m_isNew)
        m_chosen = m_recipes.empty() ? QString() : m_recipes.front().recipe.name;
    fillList();
    if (!m_isEdited)
        showChosen();
    if (m_isNew && recipeNamed(m_chosen)) {
        m_isNew = false;
        m_form->focusName();
    }
}

void RuntimesPanel::setProblem(const QString &sentence)
{
    m_isNew = m_isNew && sentence.isEmpty();
    if (!sentence.isEmpty())
        m_message->showMessage(MessageBar::Kind::Problem, sentence);
    else if (!m_taken)
        m_message->hide();
}

void RuntimesPanel::fillList()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const auto &[recipe, origin] : m_recipes) {
        const auto name = origin == RecipeOrigin::Changed ? tr("%1 · changed").arg(recipe.name)
            : origin == RecipeOrigin::User                ? tr("%1 · your own").arg(recipe.name)
                                                          : recipe.name;
        auto *item = new QListWidgetItem(name + u'\n' + recipe.title, m_list);
        item->setData(Qt::AccessibleTextRole, QString(name + u", " + recipe.title));
        if (recipe.name == m_chosen)
            m_list->setCurrentItem(item);
    }
}

void RuntimesPanel::showChosen()
{
    const auto *row = recipeNamed(m_chosen);
    m_form->setEnabled(row != nullptr);
    m_copy->setEnabled(row != nullptr);
    m_reset->setEnabled(row && row->origin != RecipeOrigin::Program);
    const bool isOwn = row && row->origin == RecipeOrigin::User;
    m_reset->setText(isOwn ? tr("Remo&ve") : tr("Rese&t"));
    m_reset->setToolTip(isOwn ? tr("Take this runtime away") : tr("Take your changes of this runtime away"));
    if (row && row->recipe != m_form->recipe())
        m_form->setRecipe(row->recipe, !isOwn);
}

void RuntimesPanel::choose(const QString &name)
{
    flush();
    m_isEdited = false; // what has faults is not kept
    m_chosen = name;
    fillList();
    showChosen();
}

void RuntimesPanel::chooseRow(int row)
{
    if (row >= 0 && row < static_cast<int>(m_recipes.size()))
        choose(QString(m_recipes[static_cast<std::size_t>(row)].recipe.name));
}

void RuntimesPanel::check()
{
    m_isEdited = true;
    m_form->setFaults(faults(m_form->recipe()));
    m_pause.start();
}

/// A recipe of the user's may have got another name: then the one of the old name goes.
void RuntimesPanel::flush()
{
    m_pause.stop();
    const auto *row = recipeNamed(m_chosen);
    const auto recipe = m_form->recipe();
    if (!m_isEdited || !row || !faults(recipe).empty())
        return;
    m_isEdited = false;
    if (recipe == row->recipe)
        return;
    const auto former = std::exchange(m_chosen, recipe.name);
    emit changed(recipe);
    if (former != recipe.name)
        emit resetRequested(former);
}

void RuntimesPanel::copyChosen()
{
    flush();
    const auto *row = recipeNamed(m_chosen);
    if (!row)
        return;
    auto copy = row->recipe;
    for (int i = 2; recipeNamed(copy.name); ++i)
        copy.name = row->recipe.name + u'-' + QString::number(i);
    m_isEdited = false;
    m_isNew = true;
    m_chosen = copy.name;
    emit changed(copy);
}

void RuntimesPanel::resetChosen()
{
    const auto *row = recipeNamed(m_chosen);
    if (!row || row->origin == RecipeOrigin::Program)
        return;
    const auto name = m_chosen;
    const bool isOwn = row->origin == RecipeOrigin::User;
    m_taken = row->recipe;
    m_isEdited = false;
    m_pause.stop();
    emit resetRequested(name);
    m_message->showMessage(MessageBar::Kind::Information,
        isOwn ? tr("The runtime “%1” is gone.").arg(name)
              : tr("The runtime “%1” is again as it came with the program.").arg(name),
        tr("Undo"));
}

void RuntimesPanel::undoReset()
{
    if (!m_taken)
        return;
    const auto recipe = *std::exchange(m_taken, std::nullopt);
    m_message->hide();
    m_isEdited = false;
    m_chosen = recipe.name;
    emit changed(recipe);
}

const EditableRecipe *RuntimesPanel::recipeNamed(const QString &name) const
{
    const auto found
        = std::ranges::find_if(m_recipes, [&name](const EditableRecipe &row) { return row.recipe.name == name; });
    return found == m_recipes.end() ? nullptr : std::to_address(found);
}

std::vector<RecipeFault> RuntimesPanel::faults(const RuntimeRecipe &recipe) const
{
    auto faults = recipeFaults(recipe);
    if (recipe.name != m_chosen && recipeNamed(recipe.name))
        faults.push_back({RecipePart::Name, -1, RecipeFaultKind::Repeated});
    return faults;
}

void RuntimesPanel::hideEvent(QHideEvent *event)
{
    flush();
    QWidget::hideEvent(event);
}

} // namespace Decayscope
