// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tsconfig.h"

#include "lenientjson.h"
#include "projectpath.h"

#include <QJsonArray>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepestExtends = 8;
constexpr qsizetype mostAliases = 256;

QJsonArray listed(const QJsonValue &value)
{
    return value.isArray() ? value.toArray() : value.isString() ? QJsonArray{value} : QJsonArray();
}

/// Reads the configs of a project, each with those it extends.
class TsConfigReader
{
public:
    explicit TsConfigReader(const SourceProject &project)
        : m_project(project)
    { }

    TsConfig read(const std::string &path)
    {
        TsConfig config;
        const std::string folder(parentFolder(path));
        config.rootFolder = joinedFolder(folder, "src");
        config.outFolder = joinedFolder(folder, "dist");
        take(path, config, 0);
        return config;
    }

private:
    void take(const std::string &path, TsConfig &config, int depth)
    {
        const auto text = m_project.texts.find(path);
        if (text == m_project.texts.end() || depth > deepestExtends || ++m_taken > mostAliases)
            return;
        const auto json = lenientJsonObject(text->second);
        const auto base = listed(json["extends"_L1]);
        for (qsizetype i = 0; i < std::min<qsizetype>(base.size(), deepestExtends); ++i)
            takeOther(path, base[i].toString(), config, depth);
        takeOptions(json["compilerOptions"_L1].toObject(), std::string(parentFolder(path)), config);
        const auto references = listed(json["references"_L1]);
        for (qsizetype i = 0; i < std::min<qsizetype>(references.size(), deepestExtends) && config.paths.empty(); ++i)
            takeOther(path, references[i].toObject()["path"_L1].toString(), config, depth);
    }

    void takeOther(const std::string &path, const QString &other, TsConfig &config, int depth)
    {
        const auto name = other.toStdString();
        if (!name.starts_with('.'))
            return;
        const auto place = pathIn(parentFolder(path), name);
        for (const auto *end : {"", ".json", "/tsconfig.json"}) {
            if (place && m_project.texts.contains(*place + end))
                return take(*place + end, config, depth + 1);
        }
    }

    static void takeOptions(const QJsonObject &options, const std::string &folder, TsConfig &config)
    {
        const auto placed = [&options, &folder](QLatin1StringView key) -> std::optional<std::string> {
            const auto value = options[key];
            return value.isString() ? pathIn(folder, value.toString().toStdString()) : std::nullopt;
        };
        if (auto base = placed("baseUrl"_L1))
            config.baseUrl = std::move(base);
        config.rootFolder = placed("rootDir"_L1).value_or(config.rootFolder);
        config.outFolder = placed("outDir"_L1).value_or(config.outFolder);
        if (options["paths"_L1].isObject())
            config.paths = aliases(options["paths"_L1].toObject(), config.baseUrl.value_or(folder));
    }

    static std::vector<PathAlias> aliases(const QJsonObject &paths, const std::string &folder)
    {
        std::vector<PathAlias> aliases;
        for (auto path = paths.begin(); path != paths.end() && std::ssize(aliases) < mostAliases; ++path) {
            PathAlias alias{path.key().toStdString(), {}};
            const auto targets = listed(path.value());
            for (qsizetype i = 0; i < std::min<qsizetype>(targets.size(), deepestExtends); ++i) {
                if (auto target = pathIn(folder, targets[i].toString().toStdString()))
                    alias.targets.push_back(std::move(*target));
            }
            aliases.push_back(std::move(alias));
        }
        return aliases;
    }

    const SourceProject &m_project;
    qsizetype m_taken = 0; ///< Files read for all configs.
};

} // namespace

std::map<std::string, TsConfig, std::less<>> tsConfigsOf(const SourceProject &project)
{
    TsConfigReader reader(project);
    std::map<std::string, TsConfig, std::less<>> configs;
    for (const std::string_view name : {"tsconfig.json", "jsconfig.json", "tsconfig.base.json"}) {
        for (const auto &[path, text] : project.texts) {
            const std::string folder(parentFolder(path));
            if (lastComponent(path) == name && !configs.contains(folder))
                configs.emplace(folder, reader.read(path));
        }
    }
    return configs;
}

} // namespace Decayscope
