// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "startscript.h"

#include "nodepackages.h"
#include "projectpath.h"
#include "startlines.h"

#include <algorithm>
#include <array>
#include <span>

namespace Decayscope {

namespace {

constexpr int deepestScript = 8;
constexpr std::size_t mostCommands = 500;

using Words = std::vector<std::string>;

/// Programs that run the command behind them, with the options of theirs that take a value.
struct Wrapper
{
    std::string_view name;
    std::string_view verb; ///< That stands before the command: "run" of `poetry run`; may be empty.
    std::string_view valued; ///< Options with a value of their own, between spaces.
};

constexpr std::array wrappers{Wrapper{"exec", "", " -a "}, Wrapper{"nohup", "", ""}, Wrapper{"time", "", ""},
    Wrapper{"command", "", ""}, Wrapper{"eval", "", ""}, Wrapper{"sudo", "", " -u "}, Wrapper{"env", "", " -u -C "},
    Wrapper{"nice", "", " -n "}, Wrapper{"timeout", "", " -s -k "}, Wrapper{"npx", "", " -p --package "},
    Wrapper{"bunx", "", ""}, Wrapper{"cross-env", "", ""}, Wrapper{"cross-env-shell", "", ""},
    Wrapper{"dotenv", "", " -e -v "}, Wrapper{"dotenvx", "run", " -f "}, Wrapper{"tini", "", ""},
    Wrapper{"dumb-init", "", ""}, Wrapper{"gosu", "", ""}, Wrapper{"stdbuf", "", ""}, Wrapper{"poetry", "run", ""},
    Wrapper{"uv", "run", " --with --python -p --project "}, Wrapper{"pipenv", "run", ""}, Wrapper{"pdm", "run", ""},
    Wrapper{"hatch", "run", ""}, Wrapper{"npm", "exec", ""}, Wrapper{"pnpm", "exec", ""}, Wrapper{"pnpm", "dlx", ""},
    Wrapper{"yarn", "exec", ""}, Wrapper{"yarn", "dlx", ""}, Wrapper{"env-cmd", "", " -f "}};

constexpr std::array<std::string_view, 4> packageManagers{"npm", "yarn", "pnpm", "bun"};
constexpr std::array<std::string_view, 4> shells{"sh", "bash", "dash", "zsh"};

/// Where a project's start is written, in the order in which they are asked.
constexpr std::array<std::string_view, 10> scriptNames{"run.sh", "start.sh", "entrypoint.sh", "docker-entrypoint.sh",
    "serve.sh", "scripts/run.sh", "scripts/start.sh", "bin/run.sh", "run", "start"};

bool isAssignment(std::string_view word)
{
    const auto equals = word.find('=');
    return equals != std::string_view::npos && equals > 0 && !word.starts_with('-')
        && word.substr(0, equals).find_first_of("/. ") == std::string_view::npos;
}

/// Takes "'…'" or "\"…\"" from around a value of an .env file, or a comment from behind it.
std::string envValue(std::string_view text)
{
    const auto quote = text.empty() ? '\0' : text.front();
    if (quote == '"' || quote == '\'' || quote == '`') {
        const auto end = text.find(quote, 1);
        return std::string(text.substr(1, end == std::string_view::npos ? end : end - 1));
    }
    text = text.substr(0, text.find(" #"));
    const auto end = text.find_last_not_of(" \t\r");
    return std::string(end == std::string_view::npos ? std::string_view() : text.substr(0, end + 1));
}

/// Reads the scripts of a project as one course of commands.
class StartReader
{
public:
    explicit StartReader(const SourceProject &project)
        : m_project(project)
        , m_packages(project)
    { }

    StartScript read();

private:
    void readEnvFiles();
    void readEnvFile(const std::string &path);
    void readScript(std::string_view text, std::string folder, int depth);
    void readLine(const StartLine &line, std::string &folder, int depth);
    void readCommand(std::span<const std::string> words, const StartLine &line, const std::string &folder, int depth);
    bool readWrapper(std::span<const std::string> words, const StartLine &line, const std::string &folder, int depth);
    bool readShell(std::span<const std::string> words, const std::string &folder, int depth);
    bool readPackageScript(std::span<const std::string> words, const std::string &folder, int depth);
    void runPackageScript(const std::string &name, const NodePackage &package, int depth);
    bool readFile(std::string_view name, const std::string &folder, int depth);
    void copyEnv(std::span<const std::string> words, const std::string &folder);
    [[nodiscard]] std::string entered(const std::string &folder, std::string_view path) const;

    const SourceProject &m_project;
    NodePackages m_packages;
    StartVariables m_variables;
    StartScript m_script;
    std::size_t m_read = 0; ///< Bytes of all scripts, each counted a little longer.
};

/// The folder `cd` leads to. Absolute paths are those of some machine: the longest end of them that the project has.
std::string StartReader::entered(const std::string &folder, std::string_view path) const
{
    if (!path.starts_with('/'))
        return pathIn(folder, path).value_or(folder);
    for (auto rest = path; !rest.empty();) {
        rest.remove_prefix(std::min(rest.find_first_not_of('/'), rest.size()));
        const auto prefix = std::string(rest) + '/';
        const auto found = std::ranges::lower_bound(m_project.files, prefix, {}, &ProjectFile::path);
        if (!rest.empty() && found != m_project.files.end() && found->path.starts_with(prefix))
            return std::string(rest);
        rest.remove_prefix(std::min(rest.find('/'), rest.size()));
    }
    return {};
}

void StartReader::readEnvFile(const std::string &path)
{
    const auto text = m_project.texts.find(path);
    if (text == m_project.texts.end())
        return;
    auto rest = std::string_view(text->second);
    while (!rest.empty()) {
        auto line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
        if (line.starts_with("export "))
            line.remove_prefix(7);
        const auto equals = line.find('=');
        if (equals == std::string_view::npos || line.starts_with('#'))
            continue;
        const auto name = line.substr(0, equals);
        auto value = line.substr(equals + 1);
        value.remove_prefix(std::min(value.find_first_not_of(" \t"), value.size()));
        const auto end = name.find_last_not_of(" \t");
        m_script.environment.try_emplace(std::string(name.substr(0, end + 1)), envValue(value));
    }
}

void StartReader::readEnvFiles()
{
    for (const std::string_view name : {".env", ".flaskenv", ".env.local", ".env.production", ".env.development"}) {
        for (const auto &[path, text] : m_project.texts) {
            if (lastComponent(path) == name)
                readEnvFile(path);
        }
    }
}

/// `cp .env.example .env`
void StartReader::copyEnv(std::span<const std::string> words, const std::string &folder)
{
    Words paths;
    std::ranges::copy_if(
        words.subspan(1), std::back_inserter(paths), [](const auto &word) { return !word.starts_with('-'); });
    const auto from
        = paths.size() == 2 && lastComponent(paths[1]).starts_with(".env") ? pathIn(folder, paths[0]) : std::nullopt;
    if (from)
        readEnvFile(*from);
}

void StartReader::readScript(std::string_view text, std::string folder, int depth)
{
    constexpr std::size_t mostRead = 512UL * 1024;
    m_read += text.size() + 1024;
    if (depth > deepestScript || m_read > mostRead)
        return;
    Words outer;
    for (const auto &line : startLines(text, m_variables)) {
        if (line.opensGroup)
            outer.push_back(folder);
        readLine(line, folder, depth);
        if (line.closesGroup && !outer.empty()) {
            folder = outer.back();
            outer.pop_back();
        }
    }
}

void StartReader::readLine(const StartLine &line, std::string &folder, int depth)
{
    for (const auto &[name, value] : line.variables)
        m_script.environment.insert_or_assign(name, value);
    if (line.words.empty())
        return;
    if (line.words.front() == "cd" || line.words.front() == "pushd")
        folder = entered(folder, line.words.size() > 1 ? std::string_view(line.words[1]) : std::string_view());
    else
        readCommand(line.words, line, folder, depth);
}

void StartReader::readCommand(
    std::span<const std::string> words, const StartLine &line, const std::string &folder, int depth)
{
    while (!words.empty() && isAssignment(words.front())) {
        const auto equals = words.front().find('=');
        m_script.environment.insert_or_assign(words.front().substr(0, equals), words.front().substr(equals + 1));
        words = words.subspan(1);
    }
    if (words.empty() || depth > deepestScript || m_script.commands.size() >= mostCommands)
        return;
    if (words.front() == "cp")
        copyEnv(words, folder);
    if (readWrapper(words, line, folder, depth) || readShell(words, folder, depth)
        || readPackageScript(words, folder, depth))
        return;
    StartCommand command{folder, {words.begin(), words.end()}, line.input};
    command.words.front() = lastComponent(command.words.front());
    m_script.commands.push_back(std::move(command));
}

bool StartReader::readWrapper(
    std::span<const std::string> words, const StartLine &line, const std::string &folder, int depth)
{
    const auto name = lastComponent(words.front());
    const auto *wrapper = std::ranges::find_if(wrappers, [name, words](const Wrapper &row) {
        return row.name == name && (row.verb.empty() || (words.size() > 1 && words[1] == row.verb));
    });
    if (wrapper == wrappers.end())
        return false;
    words = words.subspan(wrapper->verb.empty() ? 1 : 2);
    while (!words.empty() && words.front().starts_with('-')) {
        const auto hasValue = std::string(wrapper->valued).contains(' ' + words.front() + ' ');
        words = words.subspan(std::min<std::size_t>(hasValue ? 2 : 1, words.size()));
    }
    if (name == "timeout" && !words.empty())
        words = words.subspan(1);
    if (words.size() == 1 && words.front().contains(' '))
        readScript(words.front(), folder, depth + 1);
    else
        readCommand(words, line, folder, depth + 1);
    return true;
}

bool StartReader::readFile(std::string_view name, const std::string &folder, int depth)
{
    const auto path = joinedFolder(entered(folder, parentFolder(name)), lastComponent(name));
    const auto text = m_project.texts.find(path);
    if (text == m_project.texts.end() || (!path.ends_with(".sh") && lastComponent(path).contains('.')))
        return false;
    readScript(text->second, folder, depth + 1);
    return true;
}

/// `sh -c "…"`, `bash start.sh`, `./start.sh`, `. ./env.sh`, `concurrently "…" "…"`
bool StartReader::readShell(std::span<const std::string> words, const std::string &folder, int depth)
{
    const auto name = lastComponent(words.front());
    if (name == "concurrently" || name == "npm-run-all" || name == "run-p" || name == "run-s") {
        for (const auto &word : words.subspan(1)) {
            const auto *package = m_packages.nearest(folder);
            if (word.contains(' '))
                readScript(word, folder, depth + 1);
            else if (const auto script = word.starts_with("npm:") ? word.substr(4) : word; package)
                runPackageScript(script, *package, depth + 1);
        }
        return true;
    }
    const auto isShell = std::ranges::contains(shells, name);
    if (!isShell && name != "." && name != "source")
        return readFile(words.front(), folder, depth);
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (isShell && words[i].starts_with('-') && words[i].ends_with('c') && i + 1 < words.size())
            return readScript(words[i + 1], folder, depth + 1), true;
        if (!words[i].starts_with('-'))
            return readFile(words[i], folder, depth), true;
    }
    return true;
}

/// A script of a package.json with those that npm runs around it.
void StartReader::runPackageScript(const std::string &name, const NodePackage &package, int depth)
{
    for (const auto &part : {"pre" + name, name}) {
        if (const auto script = package.scripts.find(part); script != package.scripts.end())
            readScript(script->second, package.folder, depth);
    }
    if (name == "start" && !package.scripts.contains(name))
        m_script.commands.push_back({package.folder, {"node", package.main.empty() ? "server.js" : package.main}, {}});
}

/// `npm start`, `npm run dev`, `yarn dev`, `pnpm --filter api start`
bool StartReader::readPackageScript(std::span<const std::string> words, const std::string &folder, int depth)
{
    constexpr std::array<std::string_view, 6> valued{"--prefix", "-C", "--cwd", "--dir", "-w", "--workspace"};
    if (!std::ranges::contains(packageManagers, lastComponent(words.front())))
        return false;
    const auto *package = m_packages.nearest(folder);
    std::string name;
    for (std::size_t i = 1; i < words.size() && name.empty(); ++i) {
        std::string_view word = words[i];
        auto option = std::ranges::find_if(valued, [word](std::string_view row) {
            return word == row || (word.starts_with(row) && word.substr(row.size()).starts_with('='));
        });
        if (option != valued.end()) {
            const auto isOne = word.size() > option->size();
            const auto value = isOne   ? std::string(word.substr(option->size() + 1))
                : i + 1 < words.size() ? words[++i]
                                       : "";
            const auto *workspace = m_packages.named(value);
            package = workspace ? workspace : m_packages.in(entered(folder, value));
        } else if (!word.starts_with('-') && word != "run" && word != "run-script") {
            name = word;
        }
    }
    const auto isFile = name.contains('.') && lastComponent(words.front()) == "bun";
    if (isFile)
        return false;
    for (std::size_t i = 1; package && i + 1 < words.size(); ++i) { // `npm run start --workspace=api`
        const std::string_view word = words[i + 1];
        if (const auto *workspace = word.starts_with("--workspace=") ? m_packages.named(word.substr(12)) : nullptr)
            package = workspace;
    }
    if (package)
        runPackageScript(name, *package, depth + 1);
    return true;
}

StartScript StartReader::read()
{
    readEnvFiles();
    m_variables = m_script.environment; // Scripts read the file themselves.
    for (const auto name : scriptNames) {
        const auto text = m_project.texts.find(std::string(name));
        if (text == m_project.texts.end())
            continue;
        readScript(text->second, {}, 0);
        if (!m_script.commands.empty())
            return std::move(m_script);
    }
    const auto procfile = m_project.texts.find("Procfile");
    const auto web = procfile == m_project.texts.end() ? std::string::npos : procfile->second.find("web:");
    if (web != std::string::npos)
        readScript(procfile->second.substr(web + 4, procfile->second.find('\n', web) - web - 4), {}, 0);
    else if (const auto *package = m_packages.in("");
        package && (!package->main.empty() || package->scripts.contains("start")))
        runPackageScript("start", *package, 0);
    return std::move(m_script);
}

} // namespace

std::optional<std::string> StartScript::variable(std::string_view name) const
{
    const auto found = environment.find(std::string(name));
    return found == environment.end() ? std::nullopt : std::optional(found->second);
}

StartScript startScriptOf(const SourceProject &project)
{
    return StartReader(project).read();
}

} // namespace Decayscope
