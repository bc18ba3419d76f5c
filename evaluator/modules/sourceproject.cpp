// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sourceproject.h"

#include "projectpath.h"
#include "sourceprojectbuilder.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <thread>

namespace Decayscope {

namespace {

constexpr std::size_t mostFiles = 20'000;
constexpr std::size_t mostBytes = 64UL * 1024 * 1024;
constexpr std::size_t longestText = 1024UL * 1024;
constexpr std::size_t longestPath = 1024;
constexpr std::ptrdiff_t deepestPath = 64;
constexpr std::size_t filesPerThread = 20; ///< Fewer are read faster than a thread is made.

/// Names of texts that rules read: what they begin and end with.
struct TextName
{
    std::string_view begin;
    std::string_view end;
};

constexpr std::array textNames{TextName{"package", ".json"}, TextName{"tsconfig", ".json"},
    TextName{"jsconfig", ".json"}, TextName{"", ".sh"}, TextName{".env", ""}, TextName{".flaskenv", ""},
    TextName{"requirements", ".txt"}, TextName{"pyproject", ".toml"}, TextName{"setup", ".cfg"},
    TextName{"Procfile", ""}, TextName{"Dockerfile", ""}, TextName{"", ".prisma"}, TextName{"alembic", ".ini"},
    TextName{".babelrc", ""}, TextName{"babel.config", ".json"}, TextName{"nodemon", ".json"},
    TextName{"ormconfig", ".json"}, TextName{".sequelizerc", ""}, TextName{"run", "run"}, TextName{"start", "start"},
    TextName{"entrypoint", "entrypoint"}};

bool isTooLong(std::string_view path)
{
    return path.empty() || path.size() > longestPath || std::ranges::count(path, '/') > deepestPath;
}

} // namespace

bool isTextOfProject(std::string_view path)
{
    const auto name = lastComponent(path);
    if (name == "package-lock.json" || purposeOf(path) == FilePurpose::Foreign)
        return false;
    const auto folder = lastComponent(parentFolder(path));
    if (name.ends_with(".json") && (folder == "config" || folder == "configs"))
        return true;
    return std::ranges::any_of(textNames, [name](const TextName &text) {
        return name.size() >= std::max(text.begin.size(), text.end.size()) && name.starts_with(text.begin)
            && name.ends_with(text.end);
    });
}

void SourceProjectBuilder::add(const std::string &path, std::string text)
{
    const auto count = m_project.files.size() + m_project.texts.size();
    if (isTooLong(path) || count >= mostFiles || text.size() > mostBytes - m_bytes)
        return;
    if (const auto language = languageOf(path)) {
        const auto purpose = purposeOf(path);
        m_project.files.push_back({path, purpose, FileFacts{.language = *language}});
        if (purpose == FilePurpose::Foreign)
            return;
        m_bytes += text.size();
        m_waiting.push_back({m_project.files.size() - 1, std::move(text)});
    } else if (text.size() <= longestText && isTextOfProject(path)) {
        m_bytes += text.size();
        m_project.texts.emplace(path, std::move(text));
    }
}

SourceProject SourceProjectBuilder::take()
{
    std::atomic<std::size_t> next = 0;
    const auto readAll = [&] {
        for (auto i = next++; i < m_waiting.size(); i = next++) {
            auto &file = m_project.files[m_waiting[i].file];
            file.facts = factsOf(file.facts.language, m_waiting[i].text);
        }
    };
    {
        const auto most = std::min<std::size_t>(std::thread::hardware_concurrency(), m_waiting.size() / filesPerThread);
        std::vector<std::jthread> helpers;
        for (std::size_t i = 1; i < most; ++i)
            helpers.emplace_back(readAll);
        readAll();
    }
    m_waiting.clear();
    return std::move(m_project);
}

SourceProject SourceProject::ofFiles(const std::map<std::string, std::string> &files)
{
    SourceProjectBuilder builder;
    for (const auto &[path, text] : files)
        builder.add(path, text);
    return builder.take();
}

const ProjectFile *SourceProject::file(std::string_view path) const
{
    const auto found = std::ranges::lower_bound(files, path, {}, &ProjectFile::path);
    return found == files.end() || found->path != path ? nullptr : &*found;
}

} // namespace Decayscope
