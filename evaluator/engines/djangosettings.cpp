// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "databaseconnections.h"
#include "testconditions.h"

#include <modules/dottednames.h>

#include <algorithm>
#include <set>
#include <variant>

namespace Decayscope {

namespace {

/// A change of DATABASES by a line of a settings module.
struct SettingsStep
{
    int line = 0;
    std::variant<const AssignmentFact *, const CallFact *, int> what; ///< The int: a module whose names are taken over.
};

bool isDatabases(std::string_view target)
{
    return target == "DATABASES" || target.starts_with("DATABASES.");
}

int lineOf(const SettingsStep &step)
{
    return step.line;
}

/// Runs through settings modules for what DATABASES holds in the end.
class SettingsReading
{
public:
    explicit SettingsReading(ValueFollower &follower)
        : m_follower(follower)
    { }

    void module(int file)
    {
        if (std::ranges::find(m_modules, file) != m_modules.end())
            return;
        m_modules.push_back(file);
        for (const auto &step : stepsOf(file)) {
            if (const auto *assignment = std::get_if<const AssignmentFact *>(&step.what))
                assign(**assignment, file);
            else if (const auto *call = std::get_if<const CallFact *>(&step.what))
                update(**call, file);
            else
                module(std::get<int>(step.what));
        }
    }

    [[nodiscard]] std::vector<EngineConnection> take() { return std::move(m_state); }

private:
    std::vector<SettingsStep> stepsOf(int file) const
    {
        std::vector<SettingsStep> steps;
        const auto &facts = m_follower.facts(file);
        for (const auto &fact : facts.assignments) {
            if (isDatabases(fact.target) && fact.scope.functionName.empty() && !isTestOnly(fact.scope.conditions))
                steps.push_back({fact.line, &fact});
        }
        for (const auto &fact : facts.calls) {
            if (isDatabases(fact.call.text) && lastMember(fact.call.text) == "update")
                steps.push_back({fact.line, &fact});
        }
        const auto wholes = wholeImports(facts);
        for (const auto &edge : m_follower.graph().edgesOf(file)) {
            const auto isNamed = edge.names.size() == 1 && edge.names.front().name == "DATABASES";
            if (isNamed || wholes.contains(edge.line))
                steps.push_back({edge.line, edge.to});
        }
        std::ranges::stable_sort(steps, {}, lineOf);
        return steps;
    }

    /// The lines of `from x import *`.
    static std::set<int> wholeImports(const FileFacts &facts)
    {
        std::set<int> lines;
        for (const auto &fact : facts.imports) {
            if (fact.names.size() == 1 && fact.names.front().name == "*")
                lines.insert(fact.line);
        }
        return lines;
    }

    void assign(const AssignmentFact &fact, int file)
    {
        const auto place = placeOf(file, fact.scope, fact.line);
        m_place = place;
        std::vector<EngineConnection> told;
        if (fact.target == "DATABASES")
            all(fact.value, place, told);
        else if (lastMember(fact.target) == "ENGINE")
            engine(fact.value, place, told);
        else if (std::ranges::count(fact.target, '.') == 1)
            one(fact.value, place, told);
        else
            return;
        if (fact.scope.conditions.empty())
            m_state.clear();
        for (auto &connection : told) {
            connection.isFallback = connection.isFallback || !fact.scope.conditions.empty();
            m_state.push_back(std::move(connection));
        }
    }

    /// `DATABASES["default"].update(…)`: only what it says replaces what was there.
    void update(const CallFact &fact, int file)
    {
        std::vector<EngineConnection> told;
        const auto place = placeOf(file, fact.scope, fact.line);
        m_place = place;
        for (const auto &item : fact.call.items)
            one(item, place, told);
        if (fact.call.entry("ENGINE"))
            engine(*fact.call.entry("ENGINE"), place, told);
        std::erase_if(told, [](const EngineConnection &found) { return found.engine == DatabaseEngine::Unknown; });
        if (told.empty())
            return;
        if (fact.scope.conditions.empty())
            m_state.clear();
        m_state.insert(m_state.end(), told.begin(), told.end());
    }

    void all(const SourceValue &value, const ValuePlace &place, std::vector<EngineConnection> &told)
    {
        for (const auto &found : m_follower.valuesOf(value, place)) {
            if (found.value->kind != SourceValueKind::Map)
                continue;
            for (const auto &[alias, entry] : found.value->entries)
                one(entry, found.place, told);
        }
    }

    void one(const SourceValue &value, const ValuePlace &place, std::vector<EngineConnection> &told)
    {
        for (const auto &found : m_follower.valuesOf(value, place)) {
            if (found.value->kind == SourceValueKind::Map) {
                if (const auto *name = found.value->entry("ENGINE"))
                    engine(*name, found.place, told);
            } else {
                url(*found.value, found.place, told);
            }
        }
    }

    void engine(const SourceValue &value, const ValuePlace &place, std::vector<EngineConnection> &told)
    {
        const auto texts = m_follower.textsOf(value, place);
        for (const auto &text : texts)
            tell(engineOfDialect(text.text), texts.size() > 1, told);
    }

    /// `dj_database_url.config(default=…)`, `env.db(…)`, or its text.
    void url(const SourceValue &value, const ValuePlace &place, std::vector<EngineConnection> &told)
    {
        const auto isCall = value.kind == SourceValueKind::Call;
        const auto &environment = m_follower.environment();
        const auto given = environment.find("DATABASE_URL");
        if (isCall && lastMember(value.text) == "config" && given != environment.end())
            return tell(engineOfUrl(given->second), false, told);
        const auto engines
            = isCall ? enginesInArguments(m_follower, value, place) : enginesOfUrls(m_follower, value, place);
        for (const auto found : engines)
            tell(found, engines.size() > 1, told);
        if (engines.empty())
            tell(DatabaseEngine::Unknown, false, told);
    }

    void tell(DatabaseEngine engine, bool isFallback, std::vector<EngineConnection> &told) const
    {
        told.push_back({.engine = engine,
            .what = "DATABASES",
            .file = m_place.file,
            .line = m_place.line,
            .isFallback = isFallback,
            .isDjango = true});
    }

    ValueFollower &m_follower;
    ValuePlace m_place; ///< The statement that is read.
    std::vector<int> m_modules;
    std::vector<EngineConnection> m_state;
};

/// The settings modules that what is started names: DJANGO_SETTINGS_MODULE.
std::vector<std::string> settingsModules(ValueFollower &follower)
{
    const std::string variable = "DJANGO_SETTINGS_MODULE";
    const auto given = follower.environment().find(variable);
    if (given != follower.environment().end())
        return {given->second};
    std::vector<std::string> modules;
    for (int file = 0; file < std::ssize(follower.graph().project().files); ++file) {
        if (!isServed(follower.graph(), file))
            continue;
        for (const auto *call : follower.names(file).callsOf("setdefault")) {
            if (call->call.items.size() < 2 || call->call.items.front().text != variable)
                continue;
            for (const auto &text : follower.textsOf(call->call.items[1], placeOf(file, call->scope, call->line)))
                modules.push_back(text.text);
        }
        for (const auto *fact : follower.names(file).assignedAnywhere("os.environ." + variable)) {
            for (const auto &text : follower.textsOf(fact->value, placeOf(file, fact->scope, fact->line)))
                modules.push_back(text.text);
        }
    }
    return modules;
}

bool isModule(std::string_view path, std::string module)
{
    std::ranges::replace(module, '.', '/');
    for (const auto *end : {".py", "/__init__.py"}) {
        const auto file = module + end;
        if (path == file || path.ends_with('/' + file))
            return true;
    }
    return false;
}

std::vector<int> settingsFiles(ValueFollower &follower)
{
    const auto modules = settingsModules(follower);
    const auto &files = follower.graph().project().files;
    std::vector<int> chosen;
    std::vector<int> possible;
    for (int file = 0; file < std::ssize(files); ++file) {
        const auto &path = files[static_cast<std::size_t>(file)].path;
        if (std::ranges::any_of(modules, [&path](const std::string &module) { return isModule(path, module); }))
            chosen.push_back(file);
        if (isServed(follower.graph(), file) && !follower.names(file).assigned({}, {}, "DATABASES").empty())
            possible.push_back(file);
    }
    return chosen.empty() ? possible : chosen;
}

} // namespace

void addDjangoConnections(ValueFollower &follower, std::vector<EngineConnection> &found)
{
    for (const auto file : settingsFiles(follower)) {
        if (follower.facts(file).language != SourceLanguage::Python)
            continue;
        SettingsReading reading(follower);
        reading.module(file);
        for (auto &connection : reading.take())
            found.push_back(std::move(connection));
    }
}

} // namespace Decayscope
