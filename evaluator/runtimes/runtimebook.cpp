// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runtimebook.h"

#include "recipejson.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

/// Resources of a static library must be named once, outside any namespace.
static void initRuntimes()
{
    Q_INIT_RESOURCE(decayscope_runtimes_data);
}

namespace Decayscope {

namespace {

constexpr qint64 longestFile = qint64{1} * 1024 * 1024;

template <typename Recipes>
auto findRecipe(Recipes &recipes, QStringView name)
{
    return std::ranges::find_if(recipes, [name](const RuntimeRecipe &recipe) { return recipe.name == name; });
}

const RuntimeRecipe *recipeIn(const std::vector<RuntimeRecipe> &recipes, QStringView name)
{
    const auto found = findRecipe(recipes, name);
    return found == recipes.end() ? nullptr : std::to_address(found);
}

void place(std::vector<RuntimeRecipe> &recipes, RuntimeRecipe recipe)
{
    const auto found = findRecipe(recipes, recipe.name);
    if (found == recipes.end())
        recipes.push_back(std::move(recipe));
    else
        *found = std::move(recipe);
}

Result<QByteArray> readSmallFile(const QString &path)
{
    if (!QFileInfo(path).isFile())
        return failure(ErrorKind::Unreadable, u"Cannot read “%1”: it is no file."_s.arg(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Unreadable, u"Cannot read the runtimes in “%1”."_s.arg(path), file.errorString());
    auto bytes = file.read(longestFile + 1);
    if (bytes.size() > longestFile)
        return failure(ErrorKind::InvalidInput, u"“%1” is larger than 1 MiB; no file of runtimes is."_s.arg(path));
    return bytes;
}

} // namespace

QString RuntimeBook::userFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/runtimes.json"_s;
}

RuntimeBook RuntimeBook::builtIn()
{
    initRuntimes();
    RuntimeBook book;
    QFile file(u":/decayscope/runtimes/runtimes.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The resource %s is not in this program.", qPrintable(file.fileName()));
    if (const auto read = book.readOver(file.readAll(), file.fileName()); !read)
        qFatal("The resource is damaged: %s", qPrintable(read.error().message));
    book.m_own = book.m_recipes;
    return book;
}

Result<RuntimeBook> RuntimeBook::open(const QString &userFile)
{
    auto book = builtIn();
    if (userFile.isEmpty() || !QFileInfo::exists(userFile))
        return book;
    const auto bytes = readSmallFile(userFile);
    if (!bytes)
        return std::unexpected(bytes.error());
    if (auto read = book.readOver(*bytes, userFile); !read)
        return std::unexpected(std::move(read.error()));
    return book;
}

Result<> RuntimeBook::readOver(QByteArrayView json, const QString &origin)
{
    const auto objects = recipeObjects(json, origin);
    if (!objects)
        return std::unexpected(objects.error());
    QStringList names;
    for (qsizetype i = 0; i < objects->size(); ++i) {
        const auto object = objects->at(i).toObject();
        const auto where = u"%1: runtimes[%2]"_s.arg(origin).arg(i);
        const auto *base = own(object.value(u"name").toString());
        auto recipe = recipeFromObject(object, base ? *base : RuntimeRecipe(), where);
        if (!recipe)
            return std::unexpected(std::move(recipe.error()));
        if (names.contains(recipe->name))
            return failure(ErrorKind::InvalidInput,
                where + u".name: “%1” is there already; a name stands for one runtime."_s.arg(recipe->name));
        names.append(recipe->name);
        place(m_recipes, std::move(*recipe));
    }
    return {};
}

Result<> RuntimeBook::save(const QString &userFile) const
{
    QJsonArray objects;
    for (const auto &recipe : m_recipes) {
        const auto *base = own(recipe.name);
        if (!base)
            objects.append(recipeObject(recipe));
        else if (recipe != *base)
            objects.append(recipeDifference(recipe, *base));
    }
    if (objects.isEmpty() && !QFileInfo::exists(userFile))
        return {};
    if (objects.isEmpty() && QFile::remove(userFile))
        return {};
    QDir().mkpath(QFileInfo(userFile).path());
    QSaveFile file(userFile);
    if (!file.open(QIODevice::WriteOnly) || file.write(recipesDocument(objects)) < 0 || !file.commit())
        return failure(
            ErrorKind::Unreadable, u"Cannot write the runtimes to “%1”."_s.arg(userFile), file.errorString());
    return {};
}

const RuntimeRecipe *RuntimeBook::own(QStringView name) const
{
    return recipeIn(m_own, name);
}

const RuntimeRecipe *RuntimeBook::recipe(QStringView name) const
{
    return recipeIn(m_recipes, name);
}

Result<RuntimeRecipe> RuntimeBook::recipeFor(const TaskSpec &task) const
{
    if (const auto *found = recipe(task.runtime))
        return *found;
    QStringList known;
    known.reserve(static_cast<qsizetype>(m_recipes.size()));
    for (const auto &one : m_recipes)
        known.append(one.name);
    return failure(ErrorKind::NotFound,
        u"The task “%1” is of the runtime “%2”, for which there is no recipe. Add one of that name to the runtimes, "
        "where it says how projects are set up and started; there are: %3."_s.arg(
            task.name, task.runtime, known.join(u", "_s)));
}

Result<> RuntimeBook::set(RuntimeRecipe recipe)
{
    if (auto checked = checkRecipe(recipe, u"The runtime “%1”"_s.arg(recipe.name)); !checked)
        return checked;
    place(m_recipes, std::move(recipe));
    return {};
}

void RuntimeBook::reset(const QString &name)
{
    if (const auto *base = own(name))
        place(m_recipes, *base);
    else
        std::erase_if(m_recipes, [&name](const RuntimeRecipe &recipe) { return recipe.name == name; });
}

bool RuntimeBook::isChanged(const QString &name) const
{
    const auto *now = recipe(name);
    const auto *base = own(name);
    return now && (!base || *now != *base);
}

std::vector<EditableRecipe> RuntimeBook::editable() const
{
    std::vector<EditableRecipe> rows;
    rows.reserve(m_recipes.size());
    for (const auto &recipe : m_recipes) {
        const auto changed = own(recipe.name) ? RecipeOrigin::Changed : RecipeOrigin::User;
        rows.push_back({recipe, isChanged(recipe.name) ? changed : RecipeOrigin::Program});
    }
    return rows;
}

QStringList RuntimeBook::changedNames() const
{
    QStringList names;
    for (const auto &recipe : m_recipes) {
        if (isChanged(recipe.name))
            names.append(recipe.name);
    }
    return names;
}

} // namespace Decayscope
