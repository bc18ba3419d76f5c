// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>
#include <domain/task.h>

#include <QByteArray>
#include <QStringList>

#include <chrono>
#include <map>
#include <vector>

namespace Decayscope {

/// What the set-up of a run may reach. Registries: package registries through this program's mirror, nothing else.
/// Everything: the network of this system, proxies included.
enum class SetUpNetwork : quint8 { Nothing, Registries, Everything };

[[nodiscard]] QString setUpNetworkName(SetUpNetwork network); ///< "nothing", "registries", "everything"
[[nodiscard]] std::optional<SetUpNetwork> setUpNetworkFromName(QStringView name);

/// One way to set a project up; the first whose programs are there and whose network is allowed is taken.
struct SetUpWay
{
    QString name; ///< Such as "uv", "pip", "system packages".
    QStringList needs; ///< Programs that must be installed.
    bool network = false; ///< Whether it asks package registries.
    std::vector<QString> commands; ///< Shell commands, run one after the other in the workspace; all are tried.

    bool operator==(const SetUpWay &) const = default;
};

/// How projects of one runtime are set up, started and reached: data, editable by the user.
struct RuntimeRecipe
{
    QString name; ///< "uv" or "node" for generation tasks; any for feature tasks.
    QString title;
    std::vector<SetUpWay> setUp;
    std::vector<QString> run; ///< Shell commands; the last one is the server and stays.
    int port = 8080;
    QString basePath; ///< Such as "/api".
    QString healthPath; ///< Such as "/api/health-check".
    int healthTries = 5;
    std::chrono::milliseconds healthInterval{5000};
    std::chrono::seconds setUpTime{600};
    std::map<QString, QString> environment;
    QString image; ///< For container engines; empty where there is none.

    bool operator==(const RuntimeRecipe &) const = default;
};

/// The recipes in use: the program's own, and the user's over them by name.
class RuntimeBook
{
public:
    /// The program's own recipes alone.
    [[nodiscard]] static RuntimeBook builtIn();

    /// The program's own with those of a file over them; a missing file is none. Errors: Unreadable, InvalidInput
    /// naming the place.
    [[nodiscard]] static Result<RuntimeBook> open(const QString &userFile);

    /// Writes what differs from the program's own. Errors: Unreadable.
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
    [[nodiscard]] bool isChanged(const QString &name) const;

private:
    std::vector<RuntimeRecipe> m_recipes;
};

/// The recipe as the object of a runtimes file, and back (InvalidInput, with the place).
[[nodiscard]] QByteArray recipeDocument(const RuntimeRecipe &recipe);
[[nodiscard]] Result<RuntimeRecipe> readRecipe(QByteArrayView json, const QString &origin);

/// The way a project will be set up. Errors: NotFound, naming the missing programs and the command that installs them
/// (`./bootstrap evaluation`).
[[nodiscard]] Result<SetUpWay> chosenWay(const RuntimeRecipe &recipe, SetUpNetwork network);

} // namespace Decayscope
