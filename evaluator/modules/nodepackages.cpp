// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nodepackages.h"

#include "lenientjson.h"
#include "projectpath.h"

#include <QJsonArray>

#include <algorithm>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepestConditions = 8;
constexpr std::ptrdiff_t mostEntries = 256;

/// The path an entry of `imports` or `exports` has for code that is run: the first under conditions that hold.
std::string entryPath(const QJsonValue &entry, int depth = 0)
{
    if (entry.isString() || depth > deepestConditions)
        return entry.toString().toStdString();
    const auto list = entry.toArray();
    if (!list.isEmpty())
        return entryPath(list.first(), depth + 1);
    const auto conditions = entry.toObject();
    for (const auto condition :
        {"development"_L1, "source"_L1, "node"_L1, "import"_L1, "require"_L1, "module"_L1, "default"_L1}) {
        if (!conditions.contains(condition))
            continue;
        if (auto path = entryPath(conditions[condition], depth + 1); !path.empty())
            return path;
    }
    return {};
}

void addAlias(
    std::vector<PathAlias> &aliases, const std::string &pattern, const std::string &folder, const std::string &path)
{
    const auto target = path.empty() ? std::nullopt : pathIn(folder, path);
    if (target && std::ssize(aliases) < mostEntries)
        aliases.push_back({pattern, {*target}});
}

/// `"#db/*": "./src/db/*.js"`
void addImports(NodePackage &package, const QJsonObject &imports)
{
    for (auto entry = imports.begin(); entry != imports.end(); ++entry)
        addAlias(package.aliases, entry.key().toStdString(), package.folder, entryPath(entry.value()));
}

/// `"@db": "src/db"`, which also stands before paths below it.
void addModuleAliases(NodePackage &package, const QJsonObject &aliases)
{
    for (auto entry = aliases.begin(); entry != aliases.end(); ++entry) {
        const auto name = entry.key().toStdString();
        const auto path = entry.value().toString().toStdString();
        addAlias(package.aliases, name, package.folder, path);
        addAlias(package.aliases, name + "/*", package.folder, path + "/*");
    }
}

void addExports(NodePackage &package, const QJsonValue &exports)
{
    const auto entries = exports.toObject();
    const auto isByPath = std::ranges::any_of(entries.keys(), [](const QString &key) { return key.startsWith(u'.'); });
    if (!isByPath)
        return addAlias(package.exports, package.name, package.folder, entryPath(exports));
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
        if (entry.key().startsWith(u'.'))
            addAlias(package.exports, package.name + entry.key().sliced(1).toStdString(), package.folder,
                entryPath(entry.value()));
    }
}

/// The options of a plugin in a Babel configuration.
QJsonObject moduleResolver(const QJsonObject &babel)
{
    const auto plugins = babel["plugins"_L1].toArray();
    for (const auto &plugin : plugins) {
        const auto parts = plugin.toArray();
        if (parts.size() > 1 && parts.first().toString().contains("module-resolver"_L1))
            return parts[1].toObject();
    }
    return {};
}

NodePackage readPackage(const SourceProject &project, const std::string &path, const std::string &text)
{
    const auto json = lenientJsonObject(text);
    NodePackage package;
    package.folder = parentFolder(path);
    package.name = json["name"_L1].toString().toStdString();
    package.main = json["main"_L1].toString().toStdString();
    addImports(package, json["imports"_L1].toObject());
    addModuleAliases(package, json["_moduleAliases"_L1].toObject());
    addExports(package, json["exports"_L1]);
    addModuleAliases(package, moduleResolver(json["babel"_L1].toObject())["alias"_L1].toObject());
    for (const auto *name : {".babelrc", ".babelrc.json", "babel.config.json"}) {
        const auto babel = project.texts.find(joinedFolder(package.folder, name));
        if (babel != project.texts.end())
            addModuleAliases(package, moduleResolver(lenientJsonObject(babel->second))["alias"_L1].toObject());
    }
    const auto scripts = json["scripts"_L1].toObject();
    for (auto script = scripts.begin(); script != scripts.end(); ++script)
        package.scripts.emplace(script.key().toStdString(), script.value().toString().toStdString());
    return package;
}

} // namespace

NodePackages::NodePackages(const SourceProject &project)
{
    for (const auto &[path, text] : project.texts) {
        if (lastComponent(path) != "package.json")
            continue;
        auto package = readPackage(project, path, text);
        if (!package.name.empty())
            m_folders.emplace(package.name, package.folder);
        m_packages.emplace(package.folder, std::move(package));
    }
}

const NodePackage *NodePackages::in(std::string_view folder) const
{
    const auto found = m_packages.find(folder);
    return found == m_packages.end() ? nullptr : &found->second;
}

const NodePackage *NodePackages::nearest(std::string_view folder) const
{
    while (true) {
        if (const auto *package = in(folder); package || folder.empty())
            return package;
        folder = parentFolder(folder);
    }
}

const NodePackage *NodePackages::named(std::string_view name) const
{
    const auto found = m_folders.find(name);
    return found == m_folders.end() ? nullptr : in(found->second);
}

} // namespace Decayscope
