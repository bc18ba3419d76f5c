// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "patchtext.h"

#include "textscan.h"

#include <QHash>

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>

namespace Decayscope {

namespace {

/// The length of the line break at a byte: what Python's `splitlines` splits at, or only CR and LF.
std::size_t breakLength(std::string_view text, std::size_t at, bool onlyCarriageReturns)
{
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte == '\r' || byte == '\n')
        return 1;
    if (onlyCarriageReturns)
        return 0;
    if (byte == 0x0B || byte == 0x0C || (byte >= 0x1C && byte <= 0x1E))
        return 1;
    if (byte != 0xC2 && byte != 0xE2)
        return 0;
    const auto character = codePointAt(text, at);
    const bool breaks = character.value == 0x85 || character.value == 0x2028 || character.value == 0x2029;
    return breaks ? character.length : 0;
}

/// Whether a line may hold a break besides its end; never wrong when it says no. Counting, unlike searching, is done
/// many bytes at a time.
bool mayHoldBreak(std::string_view line)
{
    return std::ranges::count_if(line, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte >= 0x0B && byte <= 0x1E) || byte == 0xC2 || byte == 0xE2;
    }) > 0;
}

template <typename Take>
void forEachPart(std::string_view text, bool onlyCarriageReturns, Take take)
{
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto length = breakLength(text, at, onlyCarriageReturns);
        if (length == 0) {
            ++at;
            continue;
        }
        take(text.substr(begin, at - begin));
        at += length;
        begin = at;
    }
    take(text.substr(begin));
}

/// OLD of a line `diff --git a/OLD b/…`, as short as possible but not empty.
std::optional<std::string_view> oldPathOf(std::string_view line)
{
    constexpr std::string_view start = "diff --git a/";
    if (!line.starts_with(start))
        return std::nullopt;
    const auto rest = line.substr(start.size());
    const auto end = rest.find(" b/", 1);
    if (end == std::string_view::npos)
        return std::nullopt;
    return rest.substr(0, end);
}

/// Knows which line of the patched file a line of the patch is. It trusts the start of a hunk and the prefixes, not the
/// lengths a hunk states, so that patches edited by hand keep their numbers.
class LineCounter
{
public:
    void startFile() { m_state = State::BeforeHunk; }
    /// What follows belongs to a file that the study's verifiers do not see.
    void loseFile() { m_state = State::Lost; }

    /// Takes the next line of the patch; 0 for a line that is not in the file after the patch.
    int take(std::string_view line)
    {
        if (line.starts_with("diff "))
            loseFile();
        if (m_state == State::Lost)
            return 0;
        if (line.starts_with("@@ -")) {
            startHunk(line);
            return 0;
        }
        const bool isKept = line.empty() || line.front() == '+' || line.front() == ' ';
        if (m_state != State::InHunk || !isKept || m_next == std::numeric_limits<int>::max())
            return 0;
        return m_next++;
    }

private:
    enum class State : quint8 { BeforeHunk, InHunk, Lost };

    void startHunk(std::string_view line)
    {
        const auto plus = std::min(line.find(" +"), line.size() - 2) + 2;
        const auto parsed = std::from_chars(line.data() + plus, line.data() + line.size(), m_next);
        m_state = parsed.ec == std::errc() && m_next >= 0 ? State::InHunk : State::BeforeHunk;
    }

    State m_state = State::Lost;
    int m_next = 0;
};

class PatchReader
{
public:
    void takeLine(std::string_view line)
    {
        if (!mayHoldBreak(line)) {
            const auto path = oldPathOf(line);
            if (path) {
                m_text.touchedPaths.emplace_back(*path);
                startFile(*path);
                m_counter.startFile();
            } else {
                takeAdded(line, m_counter.take(line));
            }
            return;
        }
        takeBrokenLine(line);
    }

    [[nodiscard]] PatchText finish() { return std::move(m_text); }

private:
    /// A line of the patch that is several for Python. All of its parts lie in one line of the file.
    void takeBrokenLine(std::string_view line)
    {
        forEachPart(line, true, [this](std::string_view part) {
            if (const auto path = oldPathOf(part))
                m_text.touchedPaths.emplace_back(*path);
        });
        const auto number = m_counter.take(line);
        bool isFirst = true;
        forEachPart(line, false, [&](std::string_view part) {
            const auto path = oldPathOf(part);
            if (path)
                startFile(*path);
            if (path && isFirst)
                m_counter.startFile();
            else if (path)
                m_counter.loseFile();
            else
                takeAdded(part, number);
            isFirst = false;
        });
    }

    void startFile(std::string_view path)
    {
        const auto known = m_places.constFind(textOf(path));
        if (known != m_places.constEnd()) {
            m_current = *known;
            auto &file = m_text.files[m_current];
            file.added.clear();
            file.lines.clear();
            return;
        }
        m_current = m_text.files.size();
        m_places.insert(textOf(path), m_current);
        m_text.files.push_back({.path = std::string(path), .added = {}, .lines = {}});
    }

    void takeAdded(std::string_view line, int number)
    {
        if (!line.starts_with('+') || line.starts_with("+++") || m_text.files.empty())
            return;
        auto &file = m_text.files[m_current];
        if (!file.lines.empty())
            file.added += '\n';
        file.lines.push_back({file.added.size(), number});
        file.added += line.substr(1);
    }

    PatchText m_text;
    QHash<QString, std::size_t> m_places; ///< By the decoded path: two broken spellings can be one path for Python.
    std::size_t m_current = 0;
    LineCounter m_counter;
};

} // namespace

int PatchedFile::lineAt(std::size_t offset) const
{
    const auto after = std::ranges::upper_bound(lines, offset, {}, &Line::offset);
    return after == lines.begin() ? 0 : std::prev(after)->number;
}

std::string_view PatchedFile::name() const
{
    const auto components = pathComponents(path);
    return components.empty() ? std::string_view() : components.back();
}

PatchText readPatch(QByteArrayView patch)
{
    const std::string_view text(patch.data(), static_cast<std::size_t>(patch.size()));
    PatchReader reader;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = text.find('\n', begin);
        const bool isLast = end == std::string_view::npos;
        auto line = text.substr(begin, isLast ? end : end - begin);
        if (!isLast && line.ends_with('\r'))
            line.remove_suffix(1);
        reader.takeLine(line);
        begin = isLast ? text.size() : end + 1;
    }
    return reader.finish();
}

std::vector<std::string_view> pathComponents(std::string_view path)
{
    std::vector<std::string_view> components;
    while (!path.empty()) {
        const auto end = std::min(path.find('/'), path.size());
        const auto component = path.substr(0, end);
        if (!component.empty() && component != ".")
            components.push_back(component);
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return components;
}

} // namespace Decayscope
