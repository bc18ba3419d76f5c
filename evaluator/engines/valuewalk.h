// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "valuefollowing.h"

namespace Decayscope {

/// One walk from a value to what it can be: a bounded number of steps, names that lead back to themselves are left.
class ValueWalk
{
public:
    explicit ValueWalk(ValueFollower &follower)
        : m_follower(follower)
    { }

    /// Follows the member `rest` of a value, or the value itself where it is empty.
    void follow(const SourceValue &value, const ValuePlace &place, std::string_view rest = {});

    [[nodiscard]] std::vector<PlacedValue> take() { return std::move(m_found); }

private:
    void put(const SourceValue &value, const ValuePlace &place, bool isGiven = false);
    void putUnknown(const ValuePlace &place);
    void putName(std::string name, const ValuePlace &place, const SourceValue *receiver = nullptr);
    bool keepKnown(std::size_t before);
    bool received(const SourceValue &call, const ValuePlace &place, std::string_view rest);

    void follow_(const SourceValue &value, const ValuePlace &place, std::string_view rest);
    void name(const std::string &dotted, const ValuePlace &place);
    void alternatives(const SourceValue &value, const ValuePlace &place, std::string_view rest);
    void members(const SourceValue &map, const ValuePlace &place, std::string_view rest);
    void call(const SourceValue &call, const ValuePlace &place, std::string_view rest);

    bool module(const SourceValue &call, const ValuePlace &place, std::string_view rest);
    bool instance(const SourceValue &call, const ValuePlace &place, std::string_view rest);
    bool environment(std::string_view dotted, const ValuePlace &place);
    static bool isEnvironmentCall(const SourceValue &call);
    bool environmentCall(const SourceValue &call, const ValuePlace &place);
    bool given(std::string_view variable, const ValuePlace &place);

    bool found(const std::string &dotted, const ValuePlace &place);
    bool lookup(std::string_view name, std::string_view rest, const ValuePlace &place);
    bool local(std::string_view name, std::string_view rest, const ValuePlace &place);
    bool parameter(std::string_view name, std::string_view rest, const ValuePlace &place);
    void argument(const FunctionFact &function, std::size_t index, std::string_view rest, int file);
    void defaultArgument(const FunctionFact &function, std::size_t index, std::string_view rest, int file);
    bool own(std::string_view name, std::string_view rest, const ValuePlace &place);
    bool top(int file, std::string_view name, std::string_view rest);
    bool definition(int file, std::string_view name, std::string_view rest);
    bool exported(int file, std::string_view name, std::string_view rest);
    bool imported(std::string_view name, std::string_view rest, const ValuePlace &place);
    bool member(int file, std::string_view className, std::string_view rest);
    bool inherited(int file, const ClassFact &type, std::string_view rest);

    enum class Order : quint8 { LastCounts, AllCount };
    bool assigned(const FileNames::Assignments &facts, int file, std::string_view rest, Order order);
    bool results(const FileNames::Calls &facts, int file, std::string_view rest);

    static constexpr int deepestWalk = 24;

    ValueFollower &m_follower;
    std::vector<PlacedValue> m_found;
    std::vector<std::string> m_path; ///< The names that are being followed.
    int m_steps = 150;
    int m_depth = 0;
};

} // namespace Decayscope
