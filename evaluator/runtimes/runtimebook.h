// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>
#include <domain/runtimerecipe.h>
#include <domain/task.h>

namespace Decayscope {

/// The recipes in use: the program's own, and the user's over them by name.
class RuntimeBook
{
public:
    /// The program's own recipes alone.
    [[nodiscard]] static RuntimeBook builtIn();

    /// Where the user's recipes stand: runtimes.json in the program's folder for settings.
    [[nodiscard]] static QString userFile();

    /// The program's own with those of a file over them: what a recipe of the file does not say stays as it is. A
    /// missing file is none. Errors: Unreadable, InvalidInput naming the place.
    [[nodiscard]] static Result<RuntimeBook> open(const QString &userFile);

    /// Writes what differs from the program's own; takes the file away where nothing does. Errors: Unreadable.
    [[nodiscard]] Result<> save(const QString &userFile) const;

    [[nodiscard]] const std::vector<RuntimeRecipe> &recipes() const { return m_recipes; }

    /// Null where there is none.
    [[nodiscard]] const RuntimeRecipe *recipe(QStringView name) const;

    /// The recipe for a task: that of its runtime. Errors: NotFound, naming what to add.
    [[nodiscard]] Result<RuntimeRecipe> recipeFor(const TaskSpec &task) const;

    /// Puts a recipe in place of the one of its name, or adds it. Errors: InvalidInput (port, paths, empty run
    /// command).
    [[nodiscard]] Result<> set(RuntimeRecipe recipe);

    /// Takes the user's version of a recipe away; the program's own is there again.
    void reset(const QString &name);

    /// Whether a recipe is the user's own, or differs from the program's.
    [[nodiscard]] bool isChanged(const QString &name) const;
    [[nodiscard]] QStringList changedNames() const; ///< In the order of the recipes.

    /// The recipes with whose they are, for an editor.
    [[nodiscard]] std::vector<EditableRecipe> editable() const;

private:
    [[nodiscard]] const RuntimeRecipe *own(QStringView name) const; ///< The program's; null where there is none.
    [[nodiscard]] Result<> readOver(QByteArrayView json, const QString &origin);

    std::vector<RuntimeRecipe> m_own; ///< The program's.
    std::vector<RuntimeRecipe> m_recipes;
};

} // namespace Decayscope
