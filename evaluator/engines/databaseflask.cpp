// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "databaseconnections.h"
#include "testconditions.h"

#include <modules/dottednames.h>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr std::array extensionPackages{"flask_sqlalchemy", "flask_sqlalchemy_lite", "flask_sqlmodel"};
constexpr std::array settingNames{"SQLALCHEMY_DATABASE_URI", "SQLALCHEMY_BINDS", "SQLALCHEMY_ENGINES"};

bool isSetting(std::string_view name)
{
    return std::ranges::find(settingNames, name) != settingNames.end();
}

bool usesExtension(const ModuleGraph &graph)
{
    return std::ranges::any_of(graph.packages(), [&graph](const PackageImport &package) {
        return isServed(graph, package.from)
            && std::ranges::find(extensionPackages, package.package) != extensionPackages.end();
    });
}

bool isTestClass(std::string_view name)
{
    return name.find("Test") != std::string_view::npos;
}

/// Reads what Flask is configured with.
class FlaskSettings
{
public:
    FlaskSettings(ValueFollower &follower, std::vector<EngineConnection> &found)
        : m_follower(follower)
        , m_found(found)
    { }

    void read()
    {
        for (int file = 0; file < std::ssize(m_follower.graph().project().files); ++file) {
            if (isServed(m_follower.graph(), file)) {
                for (const auto &call : m_follower.facts(file).calls)
                    chooseClass(call, file);
            }
        }
        for (int file = 0; file < std::ssize(m_follower.graph().project().files); ++file) {
            if (isServed(m_follower.graph(), file))
                readFile(file);
        }
    }

private:
    /// `app.config.from_object("config.Production")`: of classes of settings, that one counts.
    void chooseClass(const CallFact &call, int file)
    {
        if (lastMember(call.call.text) != "from_object" || call.call.items.empty() || isTestOnly(call.scope.conditions))
            return;
        const auto place = placeOf(file, call.scope, call.line);
        const auto &argument = call.call.items.front();
        for (const auto &text : m_follower.textsOf(argument, place)) {
            const auto end = text.text.find_last_of(".:/");
            const auto name = end == std::string::npos ? text.text : text.text.substr(end + 1);
            chooseNamed(name);
        }
        const auto isName = argument.kind == SourceValueKind::Name || argument.kind == SourceValueKind::Call;
        if (isName)
            choose(argument.text, place);
    }

    void chooseNamed(const std::string &name)
    {
        for (int file = 0; file < std::ssize(m_follower.graph().project().files); ++file) {
            if (isServed(m_follower.graph(), file) && m_follower.names(file).classNamed(name))
                choose(name, {.file = file});
        }
    }

    void choose(const std::string &name, const ValuePlace &place)
    {
        const SourceValue setting{.kind = SourceValueKind::Name, .text = name + ".SQLALCHEMY_DATABASE_URI"};
        for (const auto &text : m_follower.textsOf(setting, place)) {
            const auto engine = engineOfUrl(text.text);
            if (engine == DatabaseEngine::Unknown || isTestClass(text.place.className))
                continue;
            m_found.push_back(
                {.engine = engine, .what = settingNames.front(), .file = text.place.file, .line = text.place.line});
            m_isChosen = true;
        }
    }

    void readFile(int file)
    {
        const auto &facts = m_follower.facts(file);
        for (const auto &fact : facts.assignments) {
            const auto isOfClass = !fact.scope.className.empty() && fact.scope.functionName.empty();
            const auto isLeftOut = isOfClass && (m_isChosen || isTestClass(fact.scope.className));
            const auto member = lastMember(fact.target);
            if (isSetting(member) && !isLeftOut)
                add(fact.value, member, fact.scope, fact.line, file);
        }
        for (const auto &fact : facts.calls) {
            readEntries(fact.call, fact.scope, fact.line, file);
            for (const auto &item : fact.call.items)
                readEntries(item, fact.scope, fact.line, file);
        }
    }

    void readEntries(const SourceValue &map, const SourceScope &scope, int line, int file)
    {
        for (const auto &[key, value] : map.entries) {
            if (isSetting(key))
                add(value, key, scope, value.line > 0 ? value.line : line, file);
        }
    }

    void add(const SourceValue &value, std::string_view what, const SourceScope &scope, int line, int file)
    {
        if (isTestOnly(scope.conditions))
            return;
        auto engines = enginesInArguments(
            m_follower, {.kind = SourceValueKind::Call, .items = {value}}, placeOf(file, scope, line));
        if (engines.empty())
            engines.push_back(DatabaseEngine::Unknown);
        for (const auto engine : engines)
            m_found.push_back({.engine = engine,
                .what = std::string(what),
                .file = file,
                .line = line,
                .isFallback = engines.size() > 1 || !scope.conditions.empty()});
    }

    ValueFollower &m_follower;
    std::vector<EngineConnection> &m_found;
    bool m_isChosen = false;
};

} // namespace

void addFlaskConnections(ValueFollower &follower, std::vector<EngineConnection> &found)
{
    if (usesExtension(follower.graph()))
        FlaskSettings(follower, found).read();
}

} // namespace Decayscope
