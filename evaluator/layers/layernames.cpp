// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layernames.h"

#include <algorithm>
#include <array>
#include <span>

namespace Decayscope {

namespace {

enum class WordKind : quint8 {
    Plain,
    Umbrella, ///< Names no layer where directories of other layers lie below.
    Weak ///< The same, and no layer where any other directory of the path names one.
};

struct DirectoryWord
{
    std::string_view word; ///< Lower case, without - and _.
    Layer layer;
    WordKind kind = WordKind::Plain;
};

using enum Layer;

constexpr std::array directoryWords{DirectoryWord{"routes", Routes}, DirectoryWord{"route", Routes},
    DirectoryWord{"routers", Routes}, DirectoryWord{"router", Routes}, DirectoryWord{"handlers", Routes},
    DirectoryWord{"handler", Routes}, DirectoryWord{"views", Routes}, DirectoryWord{"view", Routes},
    DirectoryWord{"controllers", Routes}, DirectoryWord{"controller", Routes}, DirectoryWord{"endpoints", Routes},
    DirectoryWord{"api", Routes, WordKind::Weak}, DirectoryWord{"resources", Routes, WordKind::Umbrella},
    DirectoryWord{"presentation", Routes, WordKind::Umbrella}, DirectoryWord{"services", Services},
    DirectoryWord{"service", Services}, DirectoryWord{"usecases", Services}, DirectoryWord{"usecase", Services},
    DirectoryWord{"application", Services, WordKind::Umbrella}, DirectoryWord{"interactors", Services},
    DirectoryWord{"business", Services, WordKind::Umbrella}, DirectoryWord{"businesslogic", Services},
    DirectoryWord{"repositories", Repositories}, DirectoryWord{"repository", Repositories},
    DirectoryWord{"repos", Repositories}, DirectoryWord{"repo", Repositories},
    DirectoryWord{"dataaccess", Repositories, WordKind::Umbrella}, DirectoryWord{"dal", Repositories},
    DirectoryWord{"dao", Repositories}, DirectoryWord{"daos", Repositories},
    DirectoryWord{"data", Repositories, WordKind::Umbrella},
    DirectoryWord{"persistence", Repositories, WordKind::Umbrella},
    DirectoryWord{"storage", Repositories, WordKind::Umbrella}, DirectoryWord{"stores", Repositories},
    DirectoryWord{"gateways", Repositories}, DirectoryWord{"models", Models}, DirectoryWord{"model", Models},
    DirectoryWord{"entities", Models}, DirectoryWord{"entity", Models}, DirectoryWord{"domain", Models}};

struct FileWord
{
    std::string_view word; ///< The last word of a file's name.
    Layer layer;
};

constexpr std::array fileWords{FileWord{"routes", Routes}, FileWord{"route", Routes}, FileWord{"router", Routes},
    FileWord{"routers", Routes}, FileWord{"handlers", Routes}, FileWord{"handler", Routes}, FileWord{"views", Routes},
    FileWord{"view", Routes}, FileWord{"viewset", Routes}, FileWord{"viewsets", Routes}, FileWord{"controller", Routes},
    FileWord{"controllers", Routes}, FileWord{"endpoints", Routes}, FileWord{"resource", Routes},
    FileWord{"resources", Routes}, FileWord{"service", Services}, FileWord{"services", Services},
    FileWord{"usecase", Services}, FileWord{"usecases", Services}, FileWord{"interactor", Services},
    FileWord{"interactors", Services}, FileWord{"repository", Repositories}, FileWord{"repositories", Repositories},
    FileWord{"repo", Repositories}, FileWord{"repos", Repositories}, FileWord{"dao", Repositories},
    FileWord{"dal", Repositories}, FileWord{"model", Models}, FileWord{"models", Models}, FileWord{"entity", Models},
    FileWord{"entities", Models}};

struct SupportWord
{
    std::string_view word;
    SupportRole role;
};

/// Names of files, as single words and as whole names without - and _.
constexpr std::array supportNames{SupportWord{"main", SupportRole::Root}, SupportWord{"app", SupportRole::Root},
    SupportWord{"server", SupportRole::Root}, SupportWord{"wsgi", SupportRole::Root},
    SupportWord{"asgi", SupportRole::Root}, SupportWord{"manage", SupportRole::Root},
    SupportWord{"__main__", SupportRole::Root}, SupportWord{"container", SupportRole::Root},
    SupportWord{"containers", SupportRole::Root}, SupportWord{"dependencies", SupportRole::Root},
    SupportWord{"deps", SupportRole::Root}, SupportWord{"di", SupportRole::Root},
    SupportWord{"providers", SupportRole::Root}, SupportWord{"bootstrap", SupportRole::Root},
    SupportWord{"factory", SupportRole::Root}, SupportWord{"createapp", SupportRole::Root},
    SupportWord{"appfactory", SupportRole::Root}, SupportWord{"wiring", SupportRole::Root},
    SupportWord{"composition", SupportRole::Root}, SupportWord{"cli", SupportRole::Root},
    SupportWord{"run", SupportRole::Root}, SupportWord{"apps", SupportRole::Root},
    SupportWord{"config", SupportRole::Settings}, SupportWord{"configuration", SupportRole::Settings},
    SupportWord{"settings", SupportRole::Settings}, SupportWord{"env", SupportRole::Settings},
    SupportWord{"db", SupportRole::DatabaseSetUp}, SupportWord{"database", SupportRole::DatabaseSetUp},
    SupportWord{"session", SupportRole::DatabaseSetUp}, SupportWord{"engine", SupportRole::DatabaseSetUp},
    SupportWord{"connection", SupportRole::DatabaseSetUp}, SupportWord{"pool", SupportRole::DatabaseSetUp},
    SupportWord{"sequelize", SupportRole::DatabaseSetUp}, SupportWord{"orm", SupportRole::DatabaseSetUp},
    SupportWord{"base", SupportRole::DatabaseSetUp}, SupportWord{"extensions", SupportRole::DatabaseSetUp},
    SupportWord{"migrate", SupportRole::DatabaseSetUp}, SupportWord{"migrations", SupportRole::DatabaseSetUp},
    SupportWord{"seed", SupportRole::DatabaseSetUp}, SupportWord{"seeds", SupportRole::DatabaseSetUp},
    SupportWord{"initdb", SupportRole::DatabaseSetUp}, SupportWord{"dbinit", SupportRole::DatabaseSetUp},
    SupportWord{"transaction", SupportRole::DatabaseSetUp}, SupportWord{"unitofwork", SupportRole::DatabaseSetUp},
    SupportWord{"uow", SupportRole::DatabaseSetUp}, SupportWord{"associations", SupportRole::DatabaseSetUp},
    SupportWord{"middleware", SupportRole::Guard}, SupportWord{"middlewares", SupportRole::Guard},
    SupportWord{"auth", SupportRole::Guard}, SupportWord{"authentication", SupportRole::Guard},
    SupportWord{"authenticate", SupportRole::Guard}, SupportWord{"authorization", SupportRole::Guard},
    SupportWord{"security", SupportRole::Guard}, SupportWord{"jwt", SupportRole::Guard},
    SupportWord{"token", SupportRole::Guard}, SupportWord{"tokens", SupportRole::Guard},
    SupportWord{"permissions", SupportRole::Guard}, SupportWord{"passwords", SupportRole::Guard},
    SupportWord{"password", SupportRole::Guard}, SupportWord{"errorhandler", SupportRole::Guard},
    SupportWord{"errorhandlers", SupportRole::Guard}, SupportWord{"exceptionhandler", SupportRole::Guard},
    SupportWord{"exceptionhandlers", SupportRole::Guard}, SupportWord{"asynchandler", SupportRole::Guard},
    SupportWord{"notfoundhandler", SupportRole::Guard}, SupportWord{"signalhandler", SupportRole::Guard},
    SupportWord{"loghandler", SupportRole::Guard}, SupportWord{"responses", SupportRole::Guard},
    SupportWord{"response", SupportRole::Guard}, SupportWord{"renderers", SupportRole::Guard},
    SupportWord{"guards", SupportRole::Guard}, SupportWord{"guard", SupportRole::Guard},
    SupportWord{"hooks", SupportRole::Guard}, SupportWord{"plugins", SupportRole::Guard},
    SupportWord{"decorators", SupportRole::Guard}, SupportWord{"utils", SupportRole::Helper},
    SupportWord{"util", SupportRole::Helper}, SupportWord{"utilities", SupportRole::Helper},
    SupportWord{"helpers", SupportRole::Helper}, SupportWord{"helper", SupportRole::Helper},
    SupportWord{"common", SupportRole::Helper}, SupportWord{"shared", SupportRole::Helper},
    SupportWord{"tools", SupportRole::Helper}, SupportWord{"scripts", SupportRole::Helper},
    SupportWord{"errors", SupportRole::Helper}, SupportWord{"error", SupportRole::Helper},
    SupportWord{"exceptions", SupportRole::Helper}, SupportWord{"exception", SupportRole::Helper},
    SupportWord{"constants", SupportRole::Helper}, SupportWord{"types", SupportRole::Helper},
    SupportWord{"typings", SupportRole::Helper}, SupportWord{"logger", SupportRole::Helper},
    SupportWord{"logging", SupportRole::Helper}, SupportWord{"validators", SupportRole::Helper},
    SupportWord{"validator", SupportRole::Helper}, SupportWord{"validation", SupportRole::Helper},
    SupportWord{"admin", SupportRole::Helper}, SupportWord{"signals", SupportRole::Helper},
    SupportWord{"slug", SupportRole::Helper}, SupportWord{"slugify", SupportRole::Helper},
    SupportWord{"mappers", SupportRole::Helper}, SupportWord{"mapper", SupportRole::Helper},
    SupportWord{"presenters", SupportRole::Helper}, SupportWord{"presenter", SupportRole::Helper},
    SupportWord{"serializers", SupportRole::Helper}, SupportWord{"serializer", SupportRole::Helper},
    SupportWord{"transformers", SupportRole::Helper}, SupportWord{"formatters", SupportRole::Helper},
    SupportWord{"pagination", SupportRole::Helper}};

constexpr auto longestWord = std::size_t{32};

char lowerCase(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// In lower case and without - and _ inside; words longer than all of the tables become empty.
std::string plainWord(std::string_view word)
{
    if (word.size() > longestWord)
        return {};
    if (word.starts_with("__"))
        return std::string(word);
    std::string plain;
    for (const char c : word) {
        if (c != '-' && c != '_')
            plain += lowerCase(c);
    }
    return plain;
}

const DirectoryWord *directoryWord(std::string_view component)
{
    const auto *found = std::ranges::find(directoryWords, plainWord(component), &DirectoryWord::word);
    return found == directoryWords.end() ? nullptr : found;
}

SupportRole supportRoleOfWord(std::string_view word)
{
    const auto *found = std::ranges::find(supportNames, plainWord(word), &SupportWord::word);
    return found == supportNames.end() ? SupportRole::None : found->role;
}

std::string_view nameOf(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

/// Without its ending: "user.service" of "user.service.ts".
std::string_view stemOf(std::string_view path)
{
    const auto name = nameOf(path);
    return name.substr(0, name.rfind('.'));
}

bool isLower(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// The last word of a stem: "service" of "user_service", "user.service", "user-service" and "userService".
std::string_view lastWord(std::string_view stem)
{
    for (auto i = stem.size(); i > 1; --i) {
        const char c = stem[i - 1];
        if (c == '_' || c == '-' || c == '.')
            return stem.substr(i);
        if (c >= 'A' && c <= 'Z' && isLower(stem[i - 2]))
            return stem.substr(i - 1);
    }
    return stem;
}

/// Handlers of errors and the like are no handlers of requests.
bool isGuardHandler(std::string_view plainStem)
{
    constexpr auto parts = std::to_array<std::string_view>({"error", "exception", "async", "signal", "notfound"});
    return std::ranges::any_of(
        parts, [=](std::string_view part) { return plainStem.find(part) != std::string_view::npos; });
}

/// Calls `take` with each directory's path, the outermost first, and its own name, until it says false.
template <typename Take>
void eachDirectory(std::string_view path, Take take)
{
    std::size_t start = 0;
    for (auto slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', start)) {
        if (!take(path.substr(0, slash), path.substr(start, slash - start)))
            return;
        start = slash + 1;
    }
}

constexpr auto deepestDirectories = std::size_t{64};

struct NamingDirectory
{
    std::string_view path;
    std::string_view name;
    const DirectoryWord *word;
};

std::vector<NamingDirectory> namingDirectories(std::string_view path)
{
    std::vector<NamingDirectory> found;
    std::size_t depth = 0;
    eachDirectory(path, [&](std::string_view directory, std::string_view name) {
        if (const auto *word = directoryWord(name))
            found.push_back({directory, name, word});
        return ++depth < deepestDirectories;
    });
    return found;
}

} // namespace

LayerDirectories::LayerDirectories(const std::vector<std::string_view> &paths)
{
    for (const auto path : paths) {
        const auto naming = namingDirectories(path);
        for (std::size_t i = 0; i + 1 < naming.size(); ++i) {
            const auto &outer = naming[i];
            if (outer.word->kind != WordKind::Plain && outer.word->layer != naming.back().word->layer)
                m_umbrellas.emplace(outer.path);
        }
    }
}

std::optional<NamedLayer> LayerDirectories::layerOf(std::string_view path) const
{
    auto naming = namingDirectories(path);
    if (naming.size() > 1 && std::ranges::any_of(naming, [](const auto &d) { return d.word->kind != WordKind::Weak; }))
        std::erase_if(naming, [](const auto &directory) { return directory.word->kind == WordKind::Weak; });
    if (naming.empty() || m_umbrellas.contains(naming.back().path))
        return std::nullopt;
    const auto &inner = naming.back();
    return NamedLayer{inner.word->layer, std::string(inner.name), inner.word->kind == WordKind::Weak};
}

std::optional<NamedLayer> layerOfFileName(std::string_view path)
{
    const auto stem = stemOf(path);
    if (supportRoleOfWord(stem) != SupportRole::None)
        return std::nullopt;
    auto word = plainWord(lastWord(stem));
    if (word.starts_with("handler") && isGuardHandler(plainWord(stem)))
        return std::nullopt;
    if (plainWord(stem).ends_with("usecase") || plainWord(stem).ends_with("usecases"))
        word = "usecase";
    const auto *found = std::ranges::find(fileWords, word, &FileWord::word);
    if (found == fileWords.end())
        return std::nullopt;
    return NamedLayer{found->layer, std::string(nameOf(path)), false};
}

SupportRole supportRoleOf(std::string_view path)
{
    const auto stem = stemOf(path);
    for (const auto word : {stem, lastWord(stem), stem.substr(0, stem.find_first_of("._-"))}) {
        if (const auto role = supportRoleOfWord(word); role != SupportRole::None)
            return role;
    }
    auto role = SupportRole::None;
    std::size_t depth = 0;
    eachDirectory(path, [&](std::string_view, std::string_view name) {
        const auto said = supportRoleOfWord(name);
        if (said != SupportRole::None && said != SupportRole::Root)
            role = said;
        return ++depth < deepestDirectories;
    });
    return role;
}

std::string_view directoryOf(std::string_view path)
{
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

} // namespace Decayscope
