// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "projectpath.h"
#include "sourceproject.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr std::array<std::string_view, 14> foreignFolders{"node_modules", "dist", "build", "venv", ".venv", "vendor",
    "coverage", "site-packages", "__pycache__", "bower_components", ".tox", ".next", ".git", ".yarn"};
constexpr std::array<std::string_view, 11> testFolders{"test", "tests", "__tests__", "spec", "specs", "e2e", "fixtures",
    "testing", "__mocks__", "__fixtures__", "cypress"};
constexpr std::array<std::string_view, 4> migrationFolders{"migrations", "alembic", "seeders", "migration"};
constexpr std::array<std::string_view, 4> foreignEndings{".min.js", ".bundle.js", "_pb2.py", "_pb2_grpc.py"};

/// The first part of the names of files that set up tools.
constexpr std::array<std::string_view, 26> toolNames{"jest", "vitest", "eslint", "prettier", "babel", "webpack", "vite",
    "rollup", "tsup", "esbuild", "tailwind", "postcss", "commitlint", "lint-staged", "playwright", "cypress", "karma",
    "stylelint", "release", "nodemon", "drizzle", "gulpfile", "Gruntfile", "noxfile", "fabfile", "setup"};

std::string lowered(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(),
        [](char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; });
    return lower;
}

bool hasFolderOf(std::string_view path, std::span<const std::string_view> folders)
{
    for (auto folder = parentFolder(path); !folder.empty(); folder = parentFolder(folder)) {
        if (std::ranges::contains(folders, lowered(lastComponent(folder))))
            return true;
    }
    return false;
}

bool isTestName(std::string_view name)
{
    if (name.ends_with(".py")) {
        return name.starts_with("test_") || name.ends_with("_test.py") || name == "conftest.py" || name == "tests.py"
            || name == "test.py";
    }
    const auto stem = name.substr(0, name.rfind('.'));
    return stem.ends_with(".test") || stem.ends_with(".spec") || stem.ends_with(".e2e-spec") || stem == "test"
        || stem == "tests";
}

bool isToolName(std::string_view name)
{
    if (name.starts_with('.')) // .eslintrc.js, .prettierrc.cjs
        return true;
    const auto first = name.substr(0, name.find('.'));
    const auto rest = name.substr(first.size());
    const auto isOfTool = std::ranges::contains(toolNames, first);
    return isOfTool
        && (rest.starts_with(".config.") || rest.starts_with(".setup.") || rest.starts_with(".conf.") || rest == ".py"
            || first == "gulpfile" || first == "Gruntfile");
}

} // namespace

FilePurpose purposeOf(std::string_view path)
{
    const auto name = lastComponent(path);
    const auto endsAs = [name](std::string_view ending) { return name.ends_with(ending); };
    if (hasFolderOf(path, foreignFolders) || std::ranges::any_of(foreignEndings, endsAs))
        return FilePurpose::Foreign;
    if (hasFolderOf(path, testFolders) || isTestName(name))
        return FilePurpose::Test;
    if (hasFolderOf(path, migrationFolders))
        return FilePurpose::Migration;
    return isToolName(name) ? FilePurpose::Configuration : FilePurpose::Production;
}

} // namespace Decayscope
