// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filefacts.h"

#include "languagefacts.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr std::size_t longestSource = 1024UL * 1024;

struct Ending
{
    std::string_view text;
    SourceLanguage language;
};

constexpr std::array endings{Ending{".py", SourceLanguage::Python}, Ending{".js", SourceLanguage::JavaScript},
    Ending{".mjs", SourceLanguage::JavaScript}, Ending{".cjs", SourceLanguage::JavaScript},
    Ending{".jsx", SourceLanguage::JavaScript}, Ending{".ts", SourceLanguage::TypeScript},
    Ending{".mts", SourceLanguage::TypeScript}, Ending{".cts", SourceLanguage::TypeScript},
    Ending{".tsx", SourceLanguage::Tsx}};

constexpr std::array declarations{".d.ts", ".d.mts", ".d.cts"};

} // namespace

std::optional<SourceLanguage> languageOf(std::string_view path)
{
    if (std::ranges::any_of(declarations, [path](std::string_view end) { return path.ends_with(end); }))
        return std::nullopt;
    const auto *found
        = std::ranges::find_if(endings, [path](const Ending &ending) { return path.ends_with(ending.text); });
    return found == endings.end() ? std::nullopt : std::optional(found->language);
}

FileFacts factsOf(SourceLanguage language, std::string_view text)
{
    const auto isCut = text.size() > longestSource;
    const SyntaxTree tree(language, text.substr(0, longestSource));
    const auto root = tree.root();
    auto facts = language == SourceLanguage::Python ? pythonFacts(root) : javaScriptFacts(root);
    facts.language = language;
    facts.isCut = facts.isCut || isCut || tree.isCut();
    return facts;
}

} // namespace Decayscope
