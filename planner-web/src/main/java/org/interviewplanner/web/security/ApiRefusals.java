package org.interviewplanner.web.security;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** One "not found" for programs, be it an unknown address, an unknown id or a missing role. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiRefusals {

    @ExceptionHandler(NotFoundException.class)
    ResponseEntity<String> notFound() {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .contentType(MediaType.APPLICATION_JSON)
                .body(ApiAnswer.NOT_FOUND);
    }

    /** Whatever no other controller answers; else Vaadin would answer with a page. */
    @RestController
    static class Rest {
        @RequestMapping("/api/**")
        void unknown() {
            throw new NotFoundException();
        }
    }
}
