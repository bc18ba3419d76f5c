// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testconditions.h"

#include <algorithm>

namespace Decayscope {

namespace {

bool isLetter(char c)
{
    return c >= 'a' && c <= 'z';
}

/// Whether a word of tests stands in a condition: "testing", "is_test", "pytest", but not "latest".
bool namesTests(std::string_view condition)
{
    constexpr std::string_view word = "test";
    for (auto at = condition.find(word); at != std::string_view::npos; at = condition.find(word, at + 1)) {
        const auto before = condition.substr(0, at);
        if (before.empty() || !isLetter(before.back()) || before.ends_with("py") || before.ends_with("unit")
            || before.ends_with("is") || before.ends_with("in"))
            return true;
    }
    return false;
}

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(
        lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

} // namespace

TestCondition testCondition(std::string_view condition)
{
    const auto text = lowerCase(condition.substr(0, 400));
    if (!namesTests(text))
        return TestCondition::NotAboutTests;
    const auto isNegated = text.find("not ") != std::string::npos || text.find('!') != std::string::npos;
    const auto isElse = text.starts_with("else");
    return isNegated == isElse ? TestCondition::TrueInTests : TestCondition::FalseInTests;
}

bool isTestOnly(const std::vector<std::string> &conditions)
{
    return std::ranges::any_of(conditions,
        [](const std::string &condition) { return testCondition(condition) == TestCondition::TrueInTests; });
}

std::optional<std::size_t> testAlternative(std::string_view condition)
{
    switch (testCondition(condition)) {
    case TestCondition::NotAboutTests:
        return std::nullopt;
    case TestCondition::TrueInTests:
        return 0;
    case TestCondition::FalseInTests:
        return 1;
    }
    return std::nullopt;
}

} // namespace Decayscope
