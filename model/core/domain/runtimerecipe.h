// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <chrono>
#include <map>
#include <optional>
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
    std::vector<QString>
        commands; ///< Shell commands of one line, run one after the other in the workspace; all are tried.

    bool operator==(const SetUpWay &) const = default;
};

/// How projects of one runtime are set up, started and reached: data, editable by the user.
struct RuntimeRecipe
{
    QString name; ///< "uv" or "node" for generation tasks; any for feature tasks.
    QString title;
    std::vector<SetUpWay> setUp;
    std::vector<QString> run; ///< Shell commands of one line; the last one is the server and stays.
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

/// Whose a recipe is: the program's, the program's with the user's changes, or the user's alone.
enum class RecipeOrigin : quint8 { Program, Changed, User };

/// A recipe to be looked at and changed.
struct EditableRecipe
{
    RuntimeRecipe recipe;
    RecipeOrigin origin = RecipeOrigin::Program;

    bool operator==(const EditableRecipe &) const = default;
};

/// The part of a recipe that a fault is in.
enum class RecipePart : quint8 {
    Name,
    Title,
    SetUp,
    Run,
    Port,
    BasePath,
    HealthPath,
    HealthTries,
    HealthInterval,
    SetUpTime,
    Environment,
    Image
};

/// What keeps a recipe from being used.
enum class RecipeFaultKind : quint8 {
    Empty, ///< Something must stand there.
    TooLong, ///< Longer than any real one.
    BadCharacters, ///< Control characters, or others that have no place there.
    OutOfRange, ///< A number beyond its limits.
    DatabasePort, ///< 5432 belongs to the database of the run.
    NoSlashFirst, ///< A path must begin with a slash.
    SlashLast, ///< A base path must not end with one.
    Repeated ///< Two of the same name.
};

struct RecipeFault
{
    RecipePart part = RecipePart::Name;
    int row = -1; ///< Which way of setting up, or which run command, counted from 0; -1 where there are no several.
    RecipeFaultKind kind = RecipeFaultKind::Empty;

    bool operator==(const RecipeFault &) const = default;
};

/// Whole numbers a recipe may hold, ends included.
struct RecipeRange
{
    int least = 0;
    int most = 0;
};
inline constexpr RecipeRange recipePorts{1, 65535};
inline constexpr RecipeRange recipeTries{1, 1000};
inline constexpr RecipeRange recipeIntervals{10, 600'000}; ///< Milliseconds.
inline constexpr RecipeRange recipeSetUpTimes{1, 86'400}; ///< Seconds.

/// Everything wrong with a recipe, in the order of its parts; empty where it can be used.
[[nodiscard]] std::vector<RecipeFault> recipeFaults(const RuntimeRecipe &recipe);

} // namespace Decayscope
