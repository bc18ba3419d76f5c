# SPDX-FileCopyrightText: Decayscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# decayscope_library(name SOURCES … [PUBLIC …] [PRIVATE …])
#
# One static library of the folder that calls it, with the alias Decayscope::name. Its include root is the
# group above the folder, so its headers are written <name/header.h>.
function(decayscope_library name)
    cmake_parse_arguments(arg "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(decayscope_${name} STATIC ${arg_SOURCES})
    add_library(Decayscope::${name} ALIAS decayscope_${name})
    cmake_path(GET CMAKE_CURRENT_SOURCE_DIR PARENT_PATH group)
    target_include_directories(decayscope_${name} PUBLIC "${group}")
    target_link_libraries(decayscope_${name} PUBLIC ${arg_PUBLIC} PRIVATE Decayscope::options ${arg_PRIVATE})
    if(group MATCHES "/views$" OR CMAKE_CURRENT_SOURCE_DIR MATCHES "/app/shell$")
        decayscope_use_precompiled(decayscope_${name} widgets)
    else()
        decayscope_use_precompiled(decayscope_${name} core)
    endif()
endfunction()

# decayscope_precompiled(kind Qt6::Module): headers precompiled once, with the options of all targets that use them.
function(decayscope_precompiled kind module)
    if(NOT DECAYSCOPE_PCH)
        return()
    endif()
    set(folder "${CMAKE_SOURCE_DIR}/packaging/cmake/precompiled")
    add_library(decayscope_precompiled_${kind} OBJECT "${folder}/${kind}.cpp")
    set_target_properties(decayscope_precompiled_${kind} PROPERTIES AUTOMOC OFF)
    target_link_libraries(decayscope_precompiled_${kind} PRIVATE Decayscope::options ${module})
    target_compile_options(decayscope_precompiled_${kind} PRIVATE ${DECAYSCOPE_PCH_OPTIONS})
    target_precompile_headers(decayscope_precompiled_${kind} PRIVATE "${folder}/${kind}.h")
endfunction()

function(decayscope_use_precompiled target kind)
    if(DECAYSCOPE_PCH)
        target_compile_options(${target} PRIVATE ${DECAYSCOPE_PCH_OPTIONS})
        target_precompile_headers(${target} REUSE_FROM decayscope_precompiled_${kind})
    endif()
endfunction()

# decayscope_test(tst_name LINK … [LABEL unit|gui|whole|evaluation] [SOURCES …])
#
# A QtTest program of tst_name.cpp, run headless and with the folders of a user who does not exist yet.
# "unit" tests also run under the sanitizers, which build no more than the target unit_tests; gui and whole run without a
# network; evaluation may reach package registries and takes its time.
function(decayscope_test name)
    cmake_parse_arguments(arg "" "LABEL" "LINK;SOURCES" ${ARGN})
    if(NOT arg_LABEL)
        set(arg_LABEL unit)
    endif()
    add_executable(${name} ${name}.cpp ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE Decayscope::options Decayscope::testsupport Qt6::Test ${arg_LINK})
    if(arg_LABEL STREQUAL "unit")
        add_test(NAME ${name} COMMAND ${name})
        add_dependencies(unit_tests ${name})
    elseif(arg_LABEL STREQUAL "evaluation")
        add_test(NAME ${name} COMMAND ${name})
    else()
        add_test(NAME ${name} COMMAND "${CMAKE_SOURCE_DIR}/tests/support/offline.sh" $<TARGET_FILE:${name}>)
    endif()
    if(CMAKE_CURRENT_SOURCE_DIR MATCHES "/tests/(views/|app/shell$)")
        decayscope_use_precompiled(${name} widgets)
    else()
        decayscope_use_precompiled(${name} core)
    endif()
    set_tests_properties(${name} PROPERTIES LABELS "${arg_LABEL}" TIMEOUT 600
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_LOGGING_RULES=*.debug=false;LC_ALL=C.UTF-8")
endfunction()
