// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runtimerecipe.h>

#include <QTimer>
#include <QWidget>

class QListWidget;
class QPushButton;
class QScrollArea;

namespace Decayscope {

class MessageBar;
class RecipeForm;

/// The runtimes: how projects are set up, started and reached. What is changed is asked to be kept a moment later,
/// unless something is wrong with it, which then stands at its field.
class RuntimesPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit RuntimesPanel(QWidget *parent = nullptr);

    /// What there is now. The chosen one stays chosen, and is filled in anew only where it is not as its fields are.
    void setRecipes(const std::vector<EditableRecipe> &recipes);
    void setProblem(const QString &sentence); ///< Why something could not be kept; empty: nothing.

    void choose(const QString &name);
    [[nodiscard]] QString chosen() const { return m_chosen; }
    void flush(); ///< Asks at once for what is not yet kept.

    [[nodiscard]] QListWidget *list() const { return m_list; }
    [[nodiscard]] RecipeForm *form() const { return m_form; }

signals:
    void changed(const Decayscope::RuntimeRecipe &recipe); ///< Keep it, in place of the one of its name.
    void resetRequested(const QString &name); ///< The program's own again, or none where there was none.

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void layOut();
    void fillList();
    void showChosen();
    void chooseRow(int row);
    void check();
    void copyChosen();
    void resetChosen();
    void undoReset();
    [[nodiscard]] const EditableRecipe *recipeNamed(const QString &name) const;
    [[nodiscard]] std::vector<RecipeFault> faults(const RuntimeRecipe &recipe) const;

    QListWidget *m_list;
    QPushButton *m_copy;
    QPushButton *m_reset;
    MessageBar *m_message;
    QScrollArea *m_scroll;
    RecipeForm *m_form;
    std::vector<EditableRecipe> m_recipes;
    QString m_chosen; ///< As it is kept; the field of its name may say another one.
    std::optional<RuntimeRecipe> m_taken; ///< What the last reset took away.
    QTimer m_pause; ///< Several edits at once are one.
    bool m_isEdited = false; ///< The fields hold what is not yet kept.
    bool m_isNew = false; ///< The chosen one was just copied and waits for its name.
};

} // namespace Decayscope
