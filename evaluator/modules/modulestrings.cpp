// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "modulestrings.h"

#include "projectpath.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace Decayscope {

namespace {

using Kind = SourceValueKind;

constexpr std::array<std::string_view, 8> settingsNames{"INSTALLED_APPS", "ROOT_URLCONF", "MIDDLEWARE", "LOCAL_APPS",
    "PROJECT_APPS", "DJANGO_APPS", "WSGI_APPLICATION", "ASGI_APPLICATION"};
constexpr std::array<std::string_view, 6> applicationModules{"apps", "models", "admin", "signals", "urls", "views"};
constexpr std::array<std::string_view, 3> loadedModules{"apps", "models", "admin"};

std::string_view lastPart(std::string_view dotted)
{
    return dotted.substr(dotted.rfind('.') + 1);
}

/// Reads what the texts of one file name.
class NamedModuleReader
{
public:
    NamedModuleReader(const SourceProject &project, const ModuleTrails &trails, FolderBudget &budget)
        : m_project(project)
        , m_trails(trails)
        , m_budget(budget)
    { }

    std::vector<int> read(const FileFacts &facts, const StartScript &script)
    {
        const auto isSettings = std::ranges::any_of(facts.assignments,
            [](const AssignmentFact &fact) { return std::ranges::contains(settingsNames, fact.target); });
        if (isSettings) {
            for (const auto &text : facts.texts)
                addName(text.text);
        }
        for (const auto &fact : facts.calls)
            readCall(fact.call, script);
        readConfiguration(facts);
        return std::move(m_files);
    }

private:
    void readCall(const SourceValue &call, const StartScript &script)
    {
        const auto name = lastPart(call.text);
        const auto isText
            = [&call](std::size_t at) { return call.items.size() > at && call.items[at].kind == Kind::Text; };
        if (name == "setdefault" && isText(1) && call.items[0].text == "DJANGO_SETTINGS_MODULE")
            addModule(script.variable("DJANGO_SETTINGS_MODULE").value_or(call.items[1].text));
        else if (name == "include" && isText(0))
            addModule(call.items[0].text);
        else if (name == "include" && !call.items.empty() && !call.items[0].items.empty()
            && call.items[0].items[0].kind == Kind::Text) // include(("app.urls", "app"))
            addModule(call.items[0].items[0].text);
        else if (name == "import_string" && isText(0))
            addName(call.items[0].text);
        else if (name == "from_pyfile" && isText(0))
            addModule(call.items[0].text.substr(0, call.items[0].text.rfind(".py")));
    }

    /// Flask's `app.config.from_object("config.Production")`, also where the name comes as a parameter's default.
    void readConfiguration(const FileFacts &facts)
    {
        auto isByName = false;
        for (const auto &fact : facts.calls) {
            if (lastPart(fact.call.text) != "from_object" || fact.call.items.empty())
                continue;
            const auto &argument = fact.call.items.front();
            isByName = isByName || argument.kind != Kind::Text;
            if (argument.kind == Kind::Text)
                addConfiguration(argument.text);
        }
        for (const auto &text : facts.texts) {
            if (isByName && (text.text.contains("onfig.") || text.text.contains("ettings.")))
                addConfiguration(text.text);
        }
    }

    void addConfiguration(const std::string &name)
    {
        addModule(name);
        addName(name);
    }

    void addModule(std::string_view module)
    {
        const auto target = m_trails.python().absolute(module);
        if (!target.isFile())
            return;
        std::ranges::copy(m_trails.python().packagesOf(target.file), std::back_inserter(m_files));
        m_files.push_back(target.file);
    }

    /// An application, a module, or a class or function of one: "articles", "app.urls", "app.middleware.Auth".
    void addName(std::string_view name)
    {
        constexpr std::size_t longestName = 128;
        const auto isName = !name.empty() && name.size() <= longestName
            && name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.")
                == std::string_view::npos;
        if (!isName || addApplication(name) || !name.contains('.'))
            return;
        for (int dropped = 0; dropped < 3 && !name.empty(); ++dropped) {
            if (m_trails.python().absolute(name).isFile())
                return addModule(name);
            const auto dot = name.rfind('.');
            name = dot == std::string_view::npos ? std::string_view() : name.substr(0, dot);
        }
    }

    bool addApplication(std::string_view name)
    {
        if (name.contains(".apps."))
            name = name.substr(0, name.find(".apps."));
        const auto has = [this, name](std::string_view module) {
            return m_trails.python().absolute(std::string(name) + '.' + std::string(module)).kind
                != ModuleTarget::Kind::Nothing;
        };
        if (!std::ranges::any_of(applicationModules, has))
            return false;
        addModule(name);
        for (const auto module : loadedModules) {
            addModule(std::string(name) + '.' + std::string(module));
            addFolder(name, module);
        }
        return true;
    }

    /// Models in a folder of their own without an `__init__` that imports them.
    void addFolder(std::string_view name, std::string_view module)
    {
        const auto target = m_trails.python().absolute(std::string(name) + '.' + std::string(module));
        if (target.kind != ModuleTarget::Kind::Folder)
            return;
        auto file = std::ranges::lower_bound(m_project.files, target.text + '/', {}, &ProjectFile::path);
        for (; file != m_project.files.end() && isBelow(file->path, target.text) && m_budget.left-- > 0; ++file)
            m_files.push_back(static_cast<int>(file - m_project.files.begin()));
    }

    const SourceProject &m_project;
    const ModuleTrails &m_trails;
    FolderBudget &m_budget;
    std::vector<int> m_files;
};

/// The texts in a value, joined as a path: `path.join(__dirname, 'routes')`.
std::string pathTexts(const SourceValue &value, int depth = 0)
{
    constexpr int deepest = 8;
    std::string path = value.kind == Kind::Text ? value.text : std::string();
    for (std::size_t i = 0; i < std::min<std::size_t>(value.items.size(), deepest) && depth < deepest; ++i)
        path = joinedFolder(path, pathTexts(value.items[i], depth + 1));
    return path;
}

/// Calls that read the names in a folder.
constexpr std::array<std::string_view, 10> folderReaders{"readdirSync", "readdir", "glob.sync", "globSync", "fg.sync",
    "fastGlob.sync", "requireAll", "iter_modules", "walk_packages", "requireDirectory"};

/// Reads the folders that one file loads.
class FolderLoadReader
{
public:
    FolderLoadReader(const SourceProject &project, int file, FolderBudget &budget)
        : m_project(project)
        , m_budget(budget)
        , m_index(file)
        , m_file(project.files[static_cast<std::size_t>(file)])
    { }

    std::vector<LoadedFiles> read()
    {
        const auto &facts = m_file.facts;
        const auto isPython = facts.language == SourceLanguage::Python;
        const auto loads
            = isPython || std::ranges::any_of(facts.calls, [](const CallFact &fact) { return isOpenLoad(fact.call); });
        const auto hasAutoload = std::ranges::any_of(facts.imports, [](const ImportFact &fact) {
            return fact.module == "@fastify/autoload" || fact.module == "fastify-autoload";
        });
        for (const auto &fact : facts.calls) {
            if (loads && isReader(fact.call) && m_loads.size() < mostLoads)
                addFolder(fact.line, fact.call, isPython);
            if (hasAutoload && lastPart(fact.call.text) == "register" && m_loads.size() < mostLoads)
                readAutoload(fact);
        }
        return std::move(m_loads);
    }

private:
    static constexpr std::size_t mostLoads = 8;

    /// `require(path.join(dir, file))`, `import(file)`
    static bool isOpenLoad(const SourceValue &call)
    {
        const auto isLoad = call.text == "require" || call.text == "import" || lastPart(call.text) == "requireAll"
            || call.text == "requireDirectory";
        return isLoad && !call.items.empty() && call.items.front().kind != Kind::Text;
    }

    static bool isReader(const SourceValue &call)
    {
        return std::ranges::any_of(folderReaders,
            [&call](std::string_view row) { return call.text == row || call.text.ends_with('.' + std::string(row)); });
    }

    void readAutoload(const CallFact &fact)
    {
        for (const auto &item : fact.call.items) {
            if (const auto *folder = item.entry("dir"))
                addFolder(fact.line, *folder, true);
        }
    }

    /// The value of a variable that names the folder, where the file says it.
    [[nodiscard]] std::string folderOf(const SourceValue &value) const
    {
        auto path = pathTexts(value);
        const auto *named = value.kind == Kind::Call && !value.items.empty() ? &value.items.front() : &value;
        if (!path.empty() || named->kind != Kind::Name)
            return path;
        const auto found = std::ranges::find(m_file.facts.assignments, named->text, &AssignmentFact::target);
        return found == m_file.facts.assignments.end() ? path : pathTexts(found->value);
    }

    void addFolder(int line, const SourceValue &value, bool isDeep)
    {
        auto relative = folderOf(value);
        relative = relative.substr(0, relative.find('*'));
        const auto folder = pathIn(parentFolder(m_file.path), relative);
        if (!folder)
            return;
        LoadedFiles loaded{line, joinedFolder(*folder, "*"), {}};
        auto file = std::ranges::lower_bound(m_project.files, *folder, {}, &ProjectFile::path);
        for (; file != m_project.files.end() && file->path.starts_with(*folder) && m_budget.left-- > 0; ++file) {
            const auto index = static_cast<int>(file - m_project.files.begin());
            const auto isIn = isDeep ? isBelow(file->path, *folder) : parentFolder(file->path) == *folder;
            if (isIn && index != m_index && file->purpose == FilePurpose::Production)
                loaded.files.push_back(index);
        }
        m_loads.push_back(std::move(loaded));
    }

    const SourceProject &m_project;
    FolderBudget &m_budget;
    int m_index;
    const ProjectFile &m_file;
    std::vector<LoadedFiles> m_loads;
};

} // namespace

std::vector<int> namedModules(
    const SourceProject &project, int file, const StartScript &script, const ModuleTrails &trails, FolderBudget &budget)
{
    const auto &facts = project.files[static_cast<std::size_t>(file)].facts;
    return NamedModuleReader(project, trails, budget).read(facts, script);
}

std::vector<LoadedFiles> loadedFolders(const SourceProject &project, int file, FolderBudget &budget)
{
    return FolderLoadReader(project, file, budget).read();
}

} // namespace Decayscope
